import { type ConversionConfig, type JsonSchema, toJsonSchema, toJsonSchemaDefs } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { components } from './components.ts';
import { notesOn } from './leaf-notes.ts';

const common = {
  target: 'draft-2020-12',
  errorMode: 'ignore',
  overrideRef: ({ referenceId }) => `#/components/schemas/${referenceId}`,
} satisfies ConversionConfig;

/** What somebody who calls has to write. */
export function inputSchema(schema: v.GenericSchema): JsonSchema {
  const notes = notesOn(schema);
  const config: ConversionConfig = {
    ...common,
    typeMode: 'input',
    overrideSchema: ({ valibotSchema }) => notes.get(valibotSchema),
  };
  return withoutEnvelope(toJsonSchema(schema, config));
}

/** What is answered; what has a name is referred to. */
export function outputSchema(schema: v.GenericSchema): JsonSchema {
  return withoutEnvelope(toJsonSchema(schema, { ...common, typeMode: 'output', definitions: components }));
}

/** The named shapes, which refer to one another. */
export function componentSchemas(): Record<string, JsonSchema> {
  return toJsonSchemaDefs(components, { ...common, typeMode: 'output' });
}

function withoutEnvelope({ $schema, $defs, ...schema }: JsonSchema): JsonSchema {
  return schema;
}
