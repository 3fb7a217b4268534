import type { Columns } from '../../src/analysis/metrics/columns/columns.ts';

/** The memory that columns take; names are few and not counted. */
export function columnBytes(columns: Columns): number {
  return Object.values(columns).reduce(
    (bytes: number, column: unknown) => bytes + (ArrayBuffer.isView(column) ? column.byteLength : 0),
    0,
  );
}
