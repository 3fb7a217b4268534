import type { BenchRow } from '../bench-row.ts';
import { allRows } from './all-rows.ts';

/**
 * The rows of these names; all when none is named.
 * @throws Error for a name that no row has.
 */
export function chooseRows(names: readonly string[] = []): readonly BenchRow[] {
  const known = allRows.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`the bench has no row "${unknown}"; it has ${known.join(', ')}`);
  return names.length === 0 ? allRows : allRows.filter(({ name }) => names.includes(name));
}
