import { columnAt, evenColumns, type TimeFrame } from '../../../../analysis/pictures/time/time-frame.ts';
import { timeTicks } from '../../../../analysis/pictures/time/time-ticks.ts';

/** About how many columns a label and the gap after it take. */
const labelRoom = 9;

/** The axis of time below a chart of so many columns: a line with ticks, and what they mean. */
export function timeRuler(frame: TimeFrame, columns: number): readonly [line: string, labels: string] {
  const starts = evenColumns(frame, columns);
  const line = Array.from({ length: columns }, () => '─');
  let labels = '';
  for (const { atMs, label } of timeTicks(frame, Math.max(1, Math.floor(columns / labelRoom)))) {
    const column = columnAt(starts, atMs);
    line[column] = '┬';
    if (column >= labels.length && column + label.length <= columns) labels = `${labels.padEnd(column)}${label} `;
  }
  return [line.join(''), labels.trimEnd()];
}
