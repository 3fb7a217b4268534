import type { JsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { name, time } from '../../../domain/claims/fields.ts';
import { days, decimal, flag, limit, mostItems, span } from '../rest/query/fields.ts';

/** A schema, as far as it has parts to look into. */
interface Parts {
  readonly type: string;
  readonly pipe?: readonly [Parts, ...Parts[]];
  readonly entries?: Readonly<Record<string, Parts>>;
  readonly item?: Parts;
  readonly wrapped?: Parts;
  readonly options?: readonly unknown[];
}

export type Notes = ReadonlyMap<unknown, JsonSchema>;

/** What a caller writes where checks and transformations, which JSON Schema does not have, say what that is. */
const fieldNotes: Notes = new Map<unknown, JsonSchema>([
  [leafOf(name), { type: 'string', minLength: 1 }],
  [
    leafOf(time),
    {
      title: 'time',
      type: ['string', 'number'],
      description: 'ISO 8601, unix seconds or milliseconds, now, or a span back from now',
      examples: ['2026-01-15T10:00:00Z', '2026-01-15', 1768471200, '-2h'],
    },
  ],
  [leafOf(limit.wrapped), { type: 'integer', minimum: 1, maximum: mostItems }],
  [leafOf(decimal), { type: 'number' }],
  [leafOf(days), { type: 'number', exclusiveMinimum: 0 }],
  [leafOf(span), { type: 'string', examples: ['30m'] }],
  [leafOf(flag), { type: 'boolean' }],
]);

/** What is known of the innermost schemas of a schema, by which converters begin. */
export function notesOn(schema: v.GenericSchema): Notes {
  const notes = new Map(fieldNotes);
  // A schema is made of such parts, whatever it is typed as.
  look(schema as Parts, notes);
  return notes;
}

function look(schema: Parts, notes: Map<unknown, JsonSchema>): void {
  const words = schema.pipe?.find(({ type }) => type === 'picklist');
  if (words !== undefined && schema.pipe?.[0] !== words) {
    notes.set(leafOf(schema), { type: 'string', enum: [...(words.options as string[])] });
  }
  const list = schema.pipe?.find(({ type }) => type === 'array');
  if (list?.item !== undefined && schema.pipe?.[0] !== list) {
    const each = list.item.pipe?.find(({ type }) => type === 'picklist');
    notes.set(leafOf(schema), {
      type: 'array',
      items: { type: 'string', enum: [...((each?.options ?? []) as string[])] },
    });
  }
  const parts = [...(schema.pipe ?? []), ...Object.values(schema.entries ?? {}), schema.item, schema.wrapped];
  for (const part of parts) if (part !== undefined && part !== schema) look(part, notes);
}

function leafOf(schema: Parts): unknown {
  return schema.pipe === undefined ? schema : leafOf(schema.pipe[0]);
}
