import { isObject, type JsonObject } from '../../frame/json-object.js';

/** What one walk through blocks has found so far. */
export interface Walk {
  /** In Slack's words, each with the JSON pointer of the place. */
  readonly faults: string[];
  readonly path: (string | number)[];
  readonly blockIds: Set<string>;
  /** Characters of text that people would see, over all blocks. */
  characters: number;
  /** Types that this workspace does not know yet. */
  readonly unknown: ReadonlySet<string>;
}

export type Check = (value: unknown, walk: Walk) => void;

export interface Field {
  readonly check: Check;
  readonly required: boolean;
}

export function newWalk(unknown: ReadonlySet<string> = new Set()): Walk {
  return { faults: [], path: [], blockIds: new Set(), characters: 0, unknown };
}

export function fault(walk: Walk, message: string): void {
  walk.faults.push(`[ERROR] ${message} [json-pointer:/${walk.path.join('/')}]`);
}

/** Runs `check` on what is found under `key` of the place where the walk stands. */
export function at(walk: Walk, key: string | number, check: Check, value: unknown): void {
  walk.path.push(key);
  check(value, walk);
  walk.path.pop();
}

export function required(check: Check): Field {
  return { check, required: true };
}

export function optional(check: Check): Field {
  return { check, required: false };
}

/** An object with these fields and no others; `also` looks at what a single field cannot tell. */
export function object(
  fields: Readonly<Record<string, Field>>,
  also?: (value: JsonObject, walk: Walk) => void,
): Check {
  const known = new Map(Object.entries(fields));
  const needed = [...known].filter(([, field]) => field.required).map(([name]) => name);
  return (value, walk) => {
    if (!isObject(value)) {
      fault(walk, 'must provide an object');
      return;
    }
    for (const name of needed) {
      if (value[name] === undefined || value[name] === null) fault(walk, `missing required field: ${name}`);
    }
    for (const name of Object.keys(value)) {
      const field = known.get(name);
      if (!field) fault(walk, `invalid additional property: ${name}`);
      else if (value[name] !== undefined && value[name] !== null) at(walk, name, field.check, value[name]);
    }
    also?.(value, walk);
  };
}

/** One of several objects, told apart by their `type`. */
export function oneOfTypes(shapes: Readonly<Record<string, Check>>): Check {
  const known = new Map(Object.entries(shapes));
  return (value, walk) => {
    const type = isObject(value) ? value['type'] : undefined;
    if (typeof type !== 'string') {
      fault(walk, isObject(value) ? 'missing required field: type' : 'must provide an object');
      return;
    }
    const shape = walk.unknown.has(type) ? undefined : known.get(type);
    if (shape) shape(value, walk);
    else at(walk, 'type', (_, there) => fault(there, `unsupported type: ${type}`), type);
  };
}

export function list(check: Check, { min = 0, max }: { readonly min?: number; readonly max: number }): Check {
  return (value, walk) => {
    if (!Array.isArray(value)) {
      fault(walk, 'must provide an array');
      return;
    }
    const items: readonly unknown[] = value;
    if (items.length < min) fault(walk, `no less than ${min} items allowed`);
    if (items.length > max) fault(walk, `no more than ${max} items allowed`);
    items.forEach((item, index) => at(walk, index, check, item));
  };
}

export function string({ min = 0, max }: { readonly min?: number; readonly max: number }): Check {
  return (value, walk) => {
    if (typeof value !== 'string') fault(walk, 'must provide a string');
    else if (value.length < min) fault(walk, `must be more than ${min - 1} characters`);
    else if (value.length > max) fault(walk, `must be less than ${max + 1} characters`);
  };
}

/** Text that people see, and that counts towards the sum over all blocks. */
export function shownText(limits: { readonly min?: number; readonly max: number }): Check {
  const check = string(limits);
  return (value, walk) => {
    if (typeof value === 'string') walk.characters += value.length;
    check(value, walk);
  };
}

export function oneOf(...allowed: readonly unknown[]): Check {
  return (value, walk) => {
    if (!allowed.includes(value)) fault(walk, `must be one of ${allowed.join(', ')}`);
  };
}

export function boolean(value: unknown, walk: Walk): void {
  if (typeof value !== 'boolean') fault(walk, 'must be a boolean');
}

export function integer({ min, max }: { readonly min: number; readonly max: number }): Check {
  return (value, walk) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) fault(walk, 'must be an integer');
    else if (value < min || value > max) fault(walk, `must be between ${min} and ${max}`);
  };
}

export function matching(pattern: RegExp, kind: string): Check {
  return (value, walk) => {
    if (typeof value !== 'string' || !pattern.test(value)) fault(walk, `must be a valid ${kind}`);
  };
}
