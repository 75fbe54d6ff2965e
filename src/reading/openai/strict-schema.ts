import { z } from 'zod';

/** What strict schemas of OpenAI do not know, and some services refuse; zod checks it when the answer comes. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  '$schema',
  'default',
  'format',
  'maxItems',
  'maxLength',
  'maximum',
  'minItems',
  'minLength',
  'minimum',
  'pattern',
]);

/**
 * `schema` as a strict JSON schema: every field required, none beside them.
 * https://platform.openai.com/docs/guides/structured-outputs#supported-schemas
 */
export function strictSchema(schema: z.ZodType): Readonly<Record<string, unknown>> {
  return pruned(z.toJSONSchema(schema)) as Readonly<Record<string, unknown>>;
}

function pruned(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(pruned);
  if (typeof node !== 'object' || node === null) return node;
  const kept = Object.entries(node).filter(([key, value]) => !LEFT_OUT.has(key) || isField(key, value));
  return Object.fromEntries(kept.map(([key, value]) => [key, pruned(value)]));
}

/** A field of the answer may be called as a keyword is: it is a schema itself. */
function isField(key: string, value: unknown): boolean {
  return key !== 'default' && typeof value === 'object' && value !== null;
}
