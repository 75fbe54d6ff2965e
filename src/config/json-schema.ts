import { z } from 'zod';
import { earshotYaml } from './yaml/earshot-yaml.js';
import type { ConfigurableSource } from './yaml/source-yaml.js';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The JSON Schema of earshot.yaml for editors, from the one schema that it is read by. */
export function earshotJsonSchema(types: readonly ConfigurableSource[]): JsonSchema {
  const schema = jsonSchemaOf(earshotYaml(types));
  const sources = schema.properties?.['sources'];
  if (typeof sources !== 'object' || typeof sources.items !== 'object' || Array.isArray(sources.items)) {
    throw new Error('the schema of earshot.yaml has no list of sources');
  }
  const { items } = sources;
  return {
    title: 'earshot.yaml',
    description:
      'What Earshot hears, who is told, and why. Secrets stand elsewhere: here are only references to them.',
    ...schema,
    properties: {
      ...schema.properties,
      sources: { ...sources, items: { anyOf: types.map((type) => sourceOf(type, items)) } },
    },
  };
}

/** What every source has, and what this type adds to it. */
function sourceOf({ type, summary, settings }: ConfigurableSource, common: JsonSchema): JsonSchema {
  const { properties, required = [] } = jsonSchemaOf(settings);
  return {
    ...common,
    description: summary,
    properties: {
      ...common.properties,
      type: { description: summary, type: 'string', const: type },
      ...properties,
    },
    required: [...(common.required ?? []), ...required],
    additionalProperties: false,
  };
}

function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, { target: 'draft-7', io: 'input', unrepresentable: 'any' });
}
