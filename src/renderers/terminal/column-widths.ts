import { displayWidth } from './display-width.ts';

/** Columns give way in these steps: a UUID stays whole for long, a word such as `in-progress` for ever. */
const floors = [36, 12] as const;
const markWidth = 1;

/** The display width of the widest cell of each column of `lines`. */
export function columnWidths(lines: readonly (readonly string[])[]): number[] {
  const widths: number[] = [];
  for (const line of lines) {
    line.forEach((cell, index) => {
      widths[index] = Math.max(widths[index] ?? 0, displayWidth(cell));
    });
  }
  return widths;
}

/**
 * The widths at which columns with `gap` blanks between them fit into `total` columns of the terminal. Where narrowing
 * is not enough, the last columns are left out, and the answer is shorter by them; it leaves room for a mark of one
 * column that says so. The first column, which names the row, always stays, and is cut only to the length of a UUID.
 */
export function fitWidths(widths: readonly number[], total: number, gap: number): number[] {
  for (let count = widths.length; ; count--) {
    const room = count === widths.length ? total : total - gap - markWidth;
    const fitted = narrow(widths.slice(0, count), room, gap);
    if (count <= 1 || excessOf(fitted, room, gap) <= 0) return fitted;
  }
}

function narrow(widths: readonly number[], total: number, gap: number): number[] {
  const fitted = [...widths];
  let excess = excessOf(fitted, total, gap);
  for (const floor of floors) {
    const first = floor === floors[0] ? 0 : 1;
    for (let index = fitted.length - 1; index >= first && excess > 0; index--) {
      const width = fitted[index] ?? 0;
      const given = Math.min(excess, Math.max(0, width - floor));
      fitted[index] = width - given;
      excess -= given;
    }
  }
  return fitted;
}

function excessOf(widths: readonly number[], total: number, gap: number): number {
  return widths.reduce((sum, width) => sum + width + gap, -gap) - total;
}
