/** What a button carries through a person's client and back: opaque values only, and none is believed without being looked at. */
import {
  type ActionId,
  asksFirst,
  type AskingActionId,
  isAction,
  isOfPostMortem,
  isTelling,
  type TellingActionId,
} from '../../../cards/actions.js';
import type { Answers, Form } from '../../../cards/form.js';
import { readCarried } from '../../../cards/read-carried.js';
import { isUuid } from '../../../domain/uuid.js';
import { isRecord, type JsonRecord } from '../../wire/record.js';

export type ActionData =
  | { readonly kind: 'press'; readonly action: ActionId; readonly alert: number; readonly on?: On }
  | {
      readonly kind: 'form';
      readonly action: AskingActionId;
      readonly alert: number;
      readonly answers: Answers;
      readonly on?: On;
    }
  /** What somebody tells us who has no card before them. */
  | { readonly kind: 'telling'; readonly action: TellingActionId; readonly answers: Answers }
  /** The client asks for the card as it stands now for this person. */
  | { readonly kind: 'refresh'; readonly alert: number }
  /** The card of what is somebody's is asked for as it stands now. */
  | { readonly kind: 'mine' }
  /** A summary is to be shown to the channel it was asked in. */
  | { readonly kind: 'share'; readonly report: string };

export const REFRESH_VERB = 'refresh';
export const SHARE_VERB = 'share';
export const MINE_VERB = 'mine';
const VERSION = 1;
const MOST_ANSWERS = 20;
/** No form takes more than 3,000 characters; what is longer is told so by the form. */
const ANSWER_CHARS = 10_000;

/**
 * `mine`: on the card of what is somebody's, which is what they want to see again then. `roll_up`: on a message that names several alerts,
 * which stays as it is.
 */
export type On = 'mine' | 'roll_up';

export function pressData(action: ActionId, alert: number, on?: On): JsonRecord {
  return { earshot: { v: VERSION, action, alert, ...(on && { on }) } };
}

/** Teams adds the inputs of the form by their ids. */
export function formData(
  action: AskingActionId,
  alert: number,
  on?: On,
  carried?: Form['carried'],
): JsonRecord {
  return {
    earshot: { v: VERSION, action, alert, form: true, ...(carried && { carried }), ...(on && { on }) },
  };
}

/** The same of a form that is of no alert. */
export function tellingData(action: TellingActionId, carried: Form['carried'] = {}): JsonRecord {
  return { earshot: { v: VERSION, action, form: true, carried } };
}

export function refreshData(alert: number): JsonRecord {
  return { earshot: { v: VERSION, action: REFRESH_VERB, alert } };
}

export function mineData(): JsonRecord {
  return { earshot: { v: VERSION, action: MINE_VERB } };
}

export function shareData(report: string): JsonRecord {
  return { earshot: { v: VERSION, action: SHARE_VERB, report } };
}

/** Unique on a card that holds several forms. */
export function inputId(action: Form['action'], field: string): string {
  return `${action}-${field}`;
}

/** Reads `value.action.data` of an adaptiveCard/action invoke, or `value` of a message that Action.Submit sent; undefined for all that is not ours. */
export function readActionData(value: unknown): ActionData | undefined {
  if (!isRecord(value) || !isRecord(value['earshot'])) return undefined;
  const { v, action, alert, form, carried, report, on } = value['earshot'];
  if (v === VERSION && action === SHARE_VERB)
    return typeof report === 'string' && isUuid(report) ? { kind: 'share', report } : undefined;
  if (v === VERSION && action === MINE_VERB) return { kind: 'mine' };
  if (v === VERSION && typeof action === 'string' && isTelling(action))
    return { kind: 'telling', action, answers: answersIn(value, action, carried) };
  if (v !== VERSION || typeof action !== 'string' || !isAlertNumber(alert)) return undefined;
  if (action === REFRESH_VERB) return { kind: 'refresh', alert };
  if (!isAction(action)) return undefined;
  const place = readOn(on);
  const pressed = { action, alert, ...(place && { on: place }) };
  if (form !== true) return { kind: 'press', ...pressed };
  return asksFirst(action)
    ? { kind: 'form', ...pressed, action, answers: answersIn(value, action, carried) }
    : undefined;
}

/** Pressed on the card of a post-mortem, which stands in the channel too: its buttons name one of its alerts. */
export function isOnPostMortem(data: ActionData): boolean {
  return (
    (data.kind === 'press' || data.kind === 'form') &&
    data.action !== 'post_mortem' &&
    isOfPostMortem(data.action)
  );
}

function answersIn(value: JsonRecord, action: Form['action'], carried: unknown): Answers {
  const prefix = inputId(action, '');
  const answers = Object.entries(value).flatMap(([id, answer]) =>
    id.startsWith(prefix) && typeof answer === 'string' && answer.trim() !== ''
      ? [[id.slice(prefix.length), answer.slice(0, ANSWER_CHARS)] as const]
      : [],
  );
  return {
    ...(isRecord(carried) && readCarried(carried)),
    ...Object.fromEntries(answers.slice(0, MOST_ANSWERS)),
  };
}

function readOn(value: unknown): On | undefined {
  return value === 'mine' || value === 'roll_up' ? value : undefined;
}

function isAlertNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 999_999_999;
}
