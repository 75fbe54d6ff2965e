/** What OpenAI refuses of a strict schema: https://platform.openai.com/docs/guides/structured-outputs#supported-schemas */
const UNKNOWN = [
  'minLength',
  'maxLength',
  'pattern',
  'format',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
  'default',
];
const NAME = /^[\w-]{1,64}$/u;

/** What is wrong with a `response_format`; empty where it would be taken. */
export function strictFaults(format: unknown): readonly string[] {
  const { type, json_schema: given } = (format ?? {}) as {
    readonly type?: string;
    readonly json_schema?: { readonly name?: string; readonly strict?: boolean; readonly schema?: unknown };
  };
  if (type !== 'json_schema' || given?.strict !== true) return ['response_format is no strict json_schema'];
  return [
    ...(NAME.test(given.name ?? '') ? [] : ['the schema has no proper name']),
    ...schemaFaults(given.schema, 'schema'),
  ];
}

function schemaFaults(node: unknown, at: string): readonly string[] {
  if (typeof node !== 'object' || node === null) return [`${at} is no schema`];
  const {
    type,
    properties,
    required = [],
    additionalProperties,
    items,
    anyOf,
  } = node as {
    readonly type?: string;
    readonly properties?: Readonly<Record<string, unknown>>;
    readonly required?: readonly string[];
    readonly additionalProperties?: unknown;
    readonly items?: unknown;
    readonly anyOf?: readonly unknown[];
  };
  const unknown = UNKNOWN.filter((key) => key in node).map((key) => `${at} has ${key}`);
  const below = [
    ...(items === undefined ? [] : schemaFaults(items, `${at}[]`)),
    ...(anyOf ?? []).flatMap((each) => schemaFaults(each, at)),
  ];
  if (type !== 'object') return [...unknown, ...below];
  const names = Object.keys(properties ?? {});
  return [
    ...unknown,
    ...below,
    ...(additionalProperties === false ? [] : [`${at} takes more properties`]),
    ...names.filter((name) => !required.includes(name)).map((name) => `${at}.${name} is not required`),
    ...names.flatMap((name) => schemaFaults(properties?.[name], `${at}.${name}`)),
  ];
}
