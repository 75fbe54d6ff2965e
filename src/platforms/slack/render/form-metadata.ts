/** What a modal carries through a person's client and back: opaque ids only, and none is believed without being looked at. */
import { asksFirst, isAction, type AskingActionId } from '../../../cards/actions.js';
import { parseRecord } from '../../wire/record.js';
import { isSlackId, isTs } from '../shapes.js';

/** Where the person was when the form was opened. */
export interface FormPlace {
  readonly channel?: string;
  /** The thread that the card or note stands in. */
  readonly thread?: string;
}

export interface FormMetadata extends FormPlace {
  readonly action: AskingActionId;
  readonly alert: number;
}

export function formMetadata(metadata: FormMetadata): string {
  return JSON.stringify(metadata);
}

export function readFormMetadata(text: string): FormMetadata | undefined {
  const value = parseRecord(text);
  if (!value) return undefined;
  const { action, alert, channel, thread } = value;
  if (typeof action !== 'string' || !isAction(action) || !asksFirst(action)) return undefined;
  if (typeof alert !== 'number' || !Number.isInteger(alert) || alert < 1 || alert > 999_999_999)
    return undefined;
  return {
    action,
    alert,
    ...(isSlackId(channel) && { channel }),
    ...(isTs(thread) && { thread }),
  };
}
