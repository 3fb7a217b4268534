import { displayWidth, padding, truncate } from '../../../terminal/display-width.ts';
import { printable } from '../../../terminal/printable.ts';

/** The columns that names take at the left of a chart: what the longest needs, at most two fifths of the whole. */
export function labelWidth(names: readonly string[], total: number): number {
  const longest = names.reduce((width, name) => Math.max(width, displayWidth(printable(name))), 0);
  return Math.max(4, Math.min(longest, Math.floor(total * 0.4)));
}

/** A name cut and filled to so many columns. */
export function laneLabel(name: string, width: number): string {
  const text = truncate(printable(name), width);
  return text + padding(text, width);
}
