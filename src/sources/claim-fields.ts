import type { GenericSchema } from 'valibot';
import { type ClaimType, claimSchemas } from '../domain/claims/claim.ts';
import { builtinStrategies } from '../domain/strategies/registry.ts';
import { spell } from '../domain/vocabulary.ts';
import { fieldSynonyms } from './field-synonyms.ts';

/** How the value of a field is written where everything is text. */
export type Shape = 'text' | 'number' | 'boolean' | 'list' | 'object' | 'objects';

/** A place in a claim, `version` or `metadata.ticket`; what follows the first dot is one key, dots and all. */
export interface Field {
  readonly path: readonly [field: string, key?: string];
  readonly shape: Shape;
  /** How surely a name means this field: 0 when it is its own name, more for its synonyms. */
  readonly rank: number;
}

type Shapes = ReadonlyMap<string, Shape>;
type Entries = Readonly<Record<string, GenericSchema>>;

interface Schema {
  readonly entries: Entries;
}

const schemas: Readonly<Record<ClaimType, Schema>> = claimSchemas;
const shapes = forEachType(({ entries }) => shapesOf(entries));
const progressShapes: Shapes = new Map(
  builtinStrategies.flatMap(({ progress }) =>
    'entries' in progress ? [...shapesOf(progress.entries as Entries)] : [],
  ),
);
const fieldsByWord = forEachType(
  ({ entries }) => new Map(Object.keys(entries).map((field) => [flatten(field), field])),
);

export const claimTypes = Object.keys(schemas) as readonly ClaimType[];

/** The record type that a word names, in any of its spellings; undefined when it names none. */
export function claimTypeNamed(word: string): ClaimType | undefined {
  return claimTypes.find((type) => type === spell(word));
}

/** The names of the fields that a record of this type may have, `type` first. */
export function fieldsOf(type: ClaimType): readonly string[] {
  return [...shapes[type].keys()];
}

/** The names of the fields without which a record of this type is refused. */
export function requiredFieldsOf(type: ClaimType): readonly string[] {
  const entries = Object.entries(schemas[type].entries);
  return entries.filter(([, schema]) => schema.type !== 'optional').map(([field]) => field);
}

/**
 * The field of a record of this type that `name` means: its own name in any spelling (`finishedAt`, `finished_at`,
 * `finished-at`), or what other tools call it (field-synonyms.ts). Undefined when it means none.
 */
export function fieldNamed(name: string, type: ClaimType): Field | undefined {
  const dot = name.indexOf('.');
  if (dot !== -1) return nestedField(name.slice(0, dot), name.slice(dot + 1), type);
  const word = flatten(name);
  const candidates = [fieldsByWord[type].get(word) ?? '', ...fieldSynonyms(word)];
  const rank = candidates.findIndex((field) => shapes[type].has(field));
  const field = candidates[rank];
  if (field === undefined) return undefined;
  return { path: [field], shape: shapes[type].get(field) ?? 'text', rank };
}

function nestedField(name: string, key: string, type: ClaimType): Field | undefined {
  const parent = fieldNamed(name, type);
  if (parent?.shape !== 'object' || key === '') return undefined;
  return { path: [parent.path[0], key], shape: nestedShape(parent.path[0], key), rank: parent.rank };
}

/** The shape of what lies under `key` of an object field: text, unless a strategy says otherwise. */
export function nestedShape(field: string, key: string): Shape {
  if (field === 'set') return shapes.deployment.get(key) ?? 'text';
  return (field === 'progress' ? progressShapes.get(key) : undefined) ?? 'text';
}

function forEachType<Value>(of: (schema: Schema) => Value): Readonly<Record<ClaimType, Value>> {
  const values = Object.entries(schemas).map(([type, schema]) => [type, of(schema)]);
  return Object.fromEntries(values) as Record<ClaimType, Value>;
}

function flatten(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_-]/g, '');
}

function shapesOf(entries: Entries): Shapes {
  return new Map(Object.entries(entries).map(([field, schema]) => [field, shapeOf(schema)]));
}

function shapeOf(schema: GenericSchema): Shape {
  const inner = 'wrapped' in schema ? (schema.wrapped as GenericSchema) : schema;
  if (inner.type === 'number' || inner.type === 'boolean') return inner.type;
  if (inner.type === 'array')
    return 'item' in inner && shapeOf(inner.item as GenericSchema) === 'text' ? 'list' : 'objects';
  return inner.type === 'record' || inner.type === 'strict_object' ? 'object' : 'text';
}
