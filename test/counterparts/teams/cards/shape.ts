import { isObject, type JsonObject } from '../../frame/json-object.js';

/** What one walk through a card has found so far. */
export interface Walk {
  /** Each with the path of its place: `body/0/text: must be text`. */
  readonly faults: string[];
  readonly path: (string | number)[];
  /** Ids of elements and actions: no two may be the same, not even in different inner cards. */
  readonly ids: Set<string>;
  /** All that people read, in order; mentions are looked for in it. */
  readonly texts: string[];
  /** Inside a ShowCard, where no further ShowCard may be. */
  readonly depth: number;
  readonly checks: { readonly element: Check; readonly action: Check; readonly card: Check };
}

export type Check = (value: unknown, walk: Walk) => void;
export type Fields = Readonly<Record<string, Check>>;

export function fault(walk: Walk, message: string): void {
  walk.faults.push(`${walk.path.join('/') || 'card'}: ${message}`);
}

/** Runs `check` on what is found under `key` of the place where the walk stands. */
export function at(walk: Walk, key: string | number, check: Check, value: unknown): void {
  walk.path.push(key);
  check(value, walk);
  walk.path.pop();
}

/** An object that has all of `required`, may have `optional`, and has nothing else; `also` looks at what one field cannot tell. */
export function object(options: {
  readonly required?: Fields;
  readonly optional?: Fields;
  readonly also?: (value: JsonObject, walk: Walk) => void;
}): Check {
  const { required = {}, optional = {}, also } = options;
  const known = new Map(Object.entries({ type: anything, ...optional, ...required }));
  return (value, walk) => {
    if (!isObject(value)) {
      fault(walk, 'must be an object');
      return;
    }
    for (const name of Object.keys(required)) {
      if (value[name] === undefined) fault(walk, `must have ${name}`);
    }
    for (const [name, field] of Object.entries(value)) {
      const check = known.get(name);
      if (!check) fault(walk, `knows no ${name}`);
      else if (field !== undefined) at(walk, name, check, field);
    }
    also?.(value, walk);
  };
}

export function list(check: Check, { min = 0, max = 500 } = {}): Check {
  return (value, walk) => {
    if (!Array.isArray(value)) {
      fault(walk, 'must be a list');
      return;
    }
    const items: readonly unknown[] = value;
    if (items.length < min) fault(walk, `must have at least ${min}`);
    if (items.length > max) fault(walk, `must have at most ${max}, has ${items.length}`);
    items.forEach((item, index) => at(walk, index, check, item));
  };
}

export function anything(): void {
  return undefined;
}

export function string(value: unknown, walk: Walk): void {
  if (typeof value !== 'string') fault(walk, 'must be text');
}

export function someText(value: unknown, walk: Walk): void {
  if (typeof value !== 'string' || value.trim() === '') fault(walk, 'must be text that says something');
}

/** Text that people see. */
export function shown(value: unknown, walk: Walk): void {
  if (typeof value === 'string') walk.texts.push(value);
  string(value, walk);
}

export function boolean(value: unknown, walk: Walk): void {
  if (typeof value !== 'boolean') fault(walk, 'must be true or false');
}

export function number(value: unknown, walk: Walk): void {
  if (typeof value !== 'number') fault(walk, 'must be a number');
}

/** Adaptive Cards read these words in upper or lower case. */
export function oneOf(...allowed: readonly string[]): Check {
  const known = new Set(allowed.map((each) => each.toLowerCase()));
  return (value, walk) => {
    if (typeof value !== 'string' || !known.has(value.toLowerCase())) {
      fault(walk, `must be one of ${allowed.join(', ')}`);
    }
  };
}

export function httpsAddress(value: unknown, walk: Walk): void {
  if (typeof value !== 'string' || !URL.canParse(value) || new URL(value).protocol !== 'https:') {
    fault(walk, 'must be an https address');
  }
}

export function picture(value: unknown, walk: Walk): void {
  if (typeof value === 'string' && value.startsWith('data:image/')) return;
  httpsAddress(value, walk);
}

/** An id that nothing else in the card has: https://github.com/microsoft/AdaptiveCards/issues/1852, https://github.com/MicrosoftDocs/msteams-docs/issues/7868 */
export function ownId(value: unknown, walk: Walk): void {
  if (typeof value !== 'string' || value === '') {
    fault(walk, 'must be text that says something');
    return;
  }
  if (walk.ids.has(value)) fault(walk, `must be an id of its own: ${value} is there already`);
  walk.ids.add(value);
}

export const element: Check = (value, walk) => walk.checks.element(value, walk);
export const action: Check = (value, walk) => walk.checks.action(value, walk);
export const innerCard: Check = (value, walk) => walk.checks.card(value, { ...walk, depth: walk.depth + 1 });
