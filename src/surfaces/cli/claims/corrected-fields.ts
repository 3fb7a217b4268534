import type { GenericSchema } from 'valibot';
import { correctable } from '../../../domain/claims/deployment.ts';
import { pair } from '../options/key-values.ts';
import { decimal } from '../options/numbers.ts';
import { wordOf } from '../options/words.ts';
import { deploymentFields } from './deployment-options.ts';

const schemas: ReadonlyMap<string, GenericSchema> = new Map(Object.entries(correctable.entries));
const fieldsByOption = new Map(Object.entries(deploymentFields).map(([field, option]) => [option.slice(2), field]));

/**
 * Reads `field=value` pairs into what a correction sets. A field goes by its name or by that of its option; a part of progress
 * or metadata is named with a dot.
 * @throws LedgerError `invalid` for a text that is no pair, or a value that its field cannot hold.
 */
export function correctedFields(texts: readonly string[]): Record<string, unknown> {
  const set: Record<string, unknown> = {};
  for (const text of texts) {
    const [name, value] = pair('--set', text);
    const path = fieldsByOption.get(name.replaceAll('_', '-')) ?? camelCase(name);
    const [field = '', ...rest] = path.split('.');
    const key = rest.join('.');
    if (key === '') set[field] = fieldValue(field, value);
    else set[field] = { ...Object(set[field]), [key]: field === 'progress' ? numberOrText(value) : value };
  }
  return set;
}

function camelCase(name: string): string {
  return name.replace(/[-_]([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function fieldValue(field: string, text: string): unknown {
  switch (typeOf(schemas.get(field))) {
    case 'number':
      return decimal(`--set ${field}`, text);
    case 'boolean':
      return wordOf(`--set ${field}`, text, ['true', 'false']) === 'true';
    case 'array':
      return text.split(',').map((item) => item.trim());
    default:
      return text;
  }
}

function typeOf(schema: GenericSchema | undefined): string {
  if (schema === undefined) return 'unknown';
  return 'wrapped' in schema ? typeOf(schema.wrapped as GenericSchema) : schema.type;
}

function numberOrText(text: string): number | string {
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}
