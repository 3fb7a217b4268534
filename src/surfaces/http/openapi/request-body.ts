import type { JsonSchema } from '@valibot/to-json-schema';
import { claimSchemas } from '../../../domain/claims/claim.ts';
import type { RecordSpec, Route } from '../route.ts';
import { inputSchema } from './json-schema.ts';
import type { Content } from './open-api.ts';

/** The body that an operation takes; undefined when it takes none. */
export function contentOf({ body, records, accepts }: Route): Content | undefined {
  if (records !== undefined) {
    return { 'application/json': { schema: recordSchema(records), example: records.example } };
  }
  if (body !== undefined) return { 'application/json': { schema: inputSchema(body) } };
  return accepts === undefined ? undefined : { [accepts]: { schema: { type: 'string' } } };
}

/** A record, less what its address says already. */
export function recordSchema({ type, subject }: RecordSpec): JsonSchema {
  const { properties = {}, required = [], ...schema } = inputSchema(claimSchemas[type]);
  const said = ['type', ...(subject === undefined ? [] : [subject])];
  const others = Object.entries(properties).filter(([name]) => !said.includes(name));
  return {
    ...schema,
    properties: Object.fromEntries(others),
    required: required.filter((name) => !said.includes(name)),
  };
}
