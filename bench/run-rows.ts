import type { BenchContext, BenchRow } from './bench-row.ts';
import type { TableLine } from './report/format-table.ts';
import type { Progress } from './report/progress.ts';

export interface BenchRun {
  readonly lines: readonly TableLine[];
  readonly failures: readonly { readonly row: BenchRow; readonly error: unknown }[];
}

/** Runs one row after the other. One that fails does not take with it what the others measured. */
export async function runRows(rows: readonly BenchRow[], context: BenchContext, progress: Progress): Promise<BenchRun> {
  const lines: TableLine[] = [];
  const failures: { row: BenchRow; error: unknown }[] = [];
  for (const row of rows) {
    progress(row.name);
    try {
      for (const measurement of await row.run(context)) lines.push({ row, ...measurement });
    } catch (error) {
      failures.push({ row, error });
    }
  }
  progress('');
  return { lines, failures };
}
