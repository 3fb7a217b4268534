import { escapeInvisible, hasInvisible } from './escape-invisible.ts';
import type { RowWriter } from './row-writer.ts';

/**
 * Loads the YAML 1.2 writer. Strings that a YAML 1.1 reader would take for something else (`no`, `12:30:45`, `1_000`)
 * are quoted too. The library is loaded here, because few commands need it and all would wait for it.
 */
export async function loadYaml(): Promise<(value: unknown) => string> {
  const { stringify } = await import('yaml');
  const options = { compat: 'yaml-1.1', lineWidth: 0, aliasDuplicateObjects: false } as const;
  const quoted = { ...options, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'QUOTE_DOUBLE' } as const;
  return (value) => {
    const text = stringify(value, options);
    return hasInvisible(text) ? escapeInvisible(stringify(value, quoted)) : text;
  };
}

/** One sequence of the rows themselves. */
export async function yamlWriter(): Promise<RowWriter<unknown>> {
  const yaml = await loadYaml();
  return { open: '', row: (row) => yaml([row]), close: (count) => (count === 0 ? '[]\n' : '') };
}
