import { isObject, type JsonObject } from '../../frame/json-object.js';

export interface Found {
  readonly action: JsonObject;
  /** The inputs whose values go along: of its own card and of those around it, not of other ShowCards. */
  readonly inputs: readonly JsonObject[];
}

export interface Wanted {
  readonly verb?: string;
  readonly title?: string;
  /** What its data has to hold, besides other things. */
  readonly data?: JsonObject;
}

/** The one action of the card that is meant; throws where there is none, or more than one. */
export function findAction(card: JsonObject, wanted: Wanted): Found {
  const all = [...actionsIn(card, [])];
  const fitting = all.filter((found) => fits(found.action, wanted));
  const [first] = fitting;
  if (!first) {
    const names = all.map(({ action }) => String(action['verb'] ?? action['title'])).join(', ');
    throw new Error(
      `There is nothing to click that is ${JSON.stringify(wanted)} here, only ${names || 'nothing'}`,
    );
  }
  if (fitting.length > 1) {
    throw new Error(
      `There are ${fitting.length} of ${JSON.stringify(wanted)} here: say which by title or data`,
    );
  }
  return first;
}

/** Every action that people can reach, with ShowCards opened. */
function* actionsIn(card: JsonObject, around: readonly JsonObject[]): Generator<Found> {
  const inputs = [...around, ...inputsIn(card)];
  for (const action of objectsIn(card, isAction)) {
    if (action['type'] === 'Action.ShowCard' && isObject(action['card'])) {
      yield* actionsIn(action['card'], inputs);
    } else {
      yield { action, inputs: action['associatedInputs'] === 'none' ? [] : inputs };
    }
  }
}

function inputsIn(card: JsonObject): JsonObject[] {
  return [...objectsIn(card, (each) => String(each['type']).startsWith('Input.'))];
}

function isAction(each: JsonObject): boolean {
  return String(each['type']).startsWith('Action.');
}

const NOT_SHOWN: ReadonlySet<string> = new Set(['fallback', 'refresh', 'data']);

/** The objects of one card, without what is in its ShowCards or is not drawn. */
function* objectsIn(value: unknown, wanted: (each: JsonObject) => boolean): Generator<JsonObject> {
  if (Array.isArray(value)) {
    for (const each of value as readonly unknown[]) yield* objectsIn(each, wanted);
  }
  if (!isObject(value)) return;
  if (wanted(value)) yield value;
  const isShowCard = value['type'] === 'Action.ShowCard';
  for (const [name, inner] of Object.entries(value)) {
    if (!NOT_SHOWN.has(name) && !(isShowCard && name === 'card')) yield* objectsIn(inner, wanted);
  }
}

function fits(action: JsonObject, wanted: Wanted): boolean {
  if (wanted.verb !== undefined && action['verb'] !== wanted.verb) return false;
  if (wanted.title !== undefined && action['title'] !== wanted.title) return false;
  return wanted.data === undefined || holds(action['data'], wanted.data);
}

function holds(whole: unknown, part: unknown): boolean {
  if (!isObject(part)) return JSON.stringify(whole) === JSON.stringify(part);
  return isObject(whole) && Object.entries(part).every(([name, value]) => holds(whole[name], value));
}
