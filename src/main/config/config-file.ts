import { readFileSync } from 'node:fs';
import { LedgerError } from '../../domain/errors.ts';
import { didYouMean } from '../../domain/suggest.ts';

/** What a key may hold; a list is handed on joined by commas, and rules as JSON, as a variable would hold them. */
export type ValueKind =
  | 'text'
  | 'number'
  | 'number or off'
  | 'switch'
  | 'list'
  | 'list of rules'
  | 'address or receivers';

/** Values by the dotted keys under which the file holds them. */
export interface ConfigFile {
  readonly path: string;
  readonly values: ReadonlyMap<string, string>;
  /** The section of the sources of webhooks, as it stands in the file. */
  readonly sources?: unknown;
  readonly warnings: readonly string[];
}

/**
 * Reads a file of settings, YAML or JSON by its name; undefined when there is none. Keys that nothing reads lead to a warning.
 * @throws LedgerError `invalid` for what is no settings, `storage` when the file cannot be read.
 */
export async function readConfigFile(
  path: string,
  known: ReadonlyMap<string, ValueKind>,
): Promise<ConfigFile | undefined> {
  const text = readIfThere(path);
  if (text === undefined) return undefined;
  const parsed = await parse(path, text);
  if (parsed === null || parsed === undefined) return { path, values: new Map(), warnings: [] };
  if (typeof parsed !== 'object' || Array.isArray(parsed)) {
    throw new LedgerError('invalid', `${path} holds no settings`, {
      hint: 'write lines such as: database: /path/to.db',
    });
  }
  const values = new Map<string, string>();
  const warnings: string[] = [];
  const { sources, ...rest } = parsed as Readonly<Record<string, unknown>>;
  for (const [key, value] of leaves(rest)) {
    const kind = known.get(key);
    if (kind === undefined) warnings.push(`${path}: nothing reads "${key}"${didYouMean(key, [...known.keys()])}`);
    else if (isOf[kind](value)) values.set(key, asText(kind, value));
    else throw new LedgerError('invalid', `${path}: ${key} is ${JSON.stringify(value)}, not a ${kind}`, { field: key });
  }
  return { path, values, sources, warnings };
}

function asText(kind: ValueKind, value: unknown): string {
  return kind !== 'list' && typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const isText = (value: unknown) => typeof value === 'string' && value !== '';

const isOf: Readonly<Record<ValueKind, (value: unknown) => boolean>> = {
  text: isText,
  number: (value) => typeof value === 'number',
  'number or off': (value) => typeof value === 'number' || value === 'off',
  switch: (value) => typeof value === 'boolean',
  list: (value) => isText(value) || (Array.isArray(value) && value.every(isText)),
  'address or receivers': (value) => isText(value) || Array.isArray(value),
  'list of rules': (value) => Array.isArray(value) && value.every((rule) => typeof rule === 'object'),
};

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new LedgerError('storage', `cannot read the settings in ${path} (${code})`, { cause });
  }
}

async function parse(path: string, text: string): Promise<unknown> {
  try {
    if (path.endsWith('.json')) return JSON.parse(text);
    const { parseYaml } = await import('./parse-yaml.ts');
    return parseYaml(text);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.split('\n')[0] : cause;
    throw new LedgerError('invalid', `cannot read the settings in ${path}: ${why}`, { cause });
  }
}

function* leaves(object: object, prefix = ''): Generator<[key: string, value: unknown]> {
  for (const [name, value] of Object.entries(object)) {
    const key = prefix + name;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) yield* leaves(value, `${key}.`);
    else yield [key, value];
  }
}
