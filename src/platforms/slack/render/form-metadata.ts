/** What a modal carries through a person's client and back: opaque ids only, and none is believed without being looked at. */
import {
  asksFirst,
  type AskingActionId,
  isAction,
  isTelling,
  type TellingActionId,
} from '../../../cards/actions.js';
import type { Form } from '../../../cards/form.js';
import { readCarried } from '../../../cards/read-carried.js';
import { isRecord, parseRecord } from '../../wire/record.js';
import { isSlackId, isTs } from '../shapes.js';

/** Where the person was when the form was opened. */
export interface FormPlace {
  readonly channel?: string;
  /** The thread that the card or note stands in. */
  readonly thread?: string;
}

export type FormMetadata = FormPlace & {
  /** What the form carries unseen. */
  readonly carried?: NonNullable<Form['carried']>;
} & (
    | { readonly action: AskingActionId; readonly alert: number }
    | { readonly action: TellingActionId; readonly alert?: never }
  );

export function formMetadata(metadata: FormMetadata): string {
  return JSON.stringify(metadata);
}

export function readFormMetadata(text: string): FormMetadata | undefined {
  const value = parseRecord(text);
  if (!value) return undefined;
  const { action, alert, channel, thread, carried } = value;
  const rest = {
    ...(isRecord(carried) && { carried: readCarried(carried) }),
    ...(isSlackId(channel) && { channel }),
    ...(isTs(thread) && { thread }),
  };
  if (typeof action !== 'string') return undefined;
  if (isTelling(action)) return { action, ...rest };
  if (!isAction(action) || !asksFirst(action)) return undefined;
  if (typeof alert !== 'number' || !Number.isInteger(alert) || alert < 1 || alert > 999_999_999)
    return undefined;
  return { action, alert, ...rest };
}
