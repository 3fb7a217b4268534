import type { Column } from '../../src/renderers/column.ts';
import { renderRows } from '../../src/renderers/render-rows.ts';
import type { BenchRow, Measurement } from '../bench-row.ts';

/** A measurement with the row that it belongs to. */
export interface TableLine extends Measurement {
  readonly row: BenchRow;
}

const columns: readonly Column<TableLine>[] = [
  { name: 'row', value: ({ row }) => row.name },
  { name: 'what', value: ({ what }) => what },
  { name: 'measured', value: ({ measured }) => measured, align: 'right' },
  { name: 'baseline', value: ({ baseline }) => baseline, align: 'right' },
  { name: 'ratio', value: ({ ratio }) => ratio, align: 'right' },
  { name: 'goal', value: ({ row, met }) => (met === undefined ? null : row.goal) },
  { name: 'met', value: ({ met }) => (met === undefined ? null : met ? 'yes' : 'NO') },
];

/** The table of ratios as text. */
export function formatTable(lines: readonly TableLine[]): Promise<string> {
  return renderRows(lines, { format: 'wide', columns });
}
