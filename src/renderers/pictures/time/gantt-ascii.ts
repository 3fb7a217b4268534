import { type Gantt, type GanttRow, ganttRows, type Outcome } from '../../../analysis/pictures/time/gantt.ts';
import { columnAt, evenColumns } from '../../../analysis/pictures/time/time-frame.ts';
import { displayWidth, truncate } from '../../terminal/display-width.ts';
import { paint, type Tone } from '../../terminal/tone.ts';
import type { PictureOptions } from '../picture-options.ts';
import { ganttRowName, ganttRowNote, shortRowName } from './gantt-row-words.ts';
import { ganttSummary, ganttTitle } from './gantt-words.ts';
import { sharedLaneText } from './lane-words.ts';
import { joinedBars, outcomeWords, shownOutcomes } from './outcome-words.ts';
import { labelWidth, laneLabel } from './terminal/lane-label.ts';
import { paragraphs } from './terminal/paragraphs.ts';
import { timeRuler } from './terminal/time-ruler.ts';
import { wrapText } from './terminal/wrap-text.ts';

/** What is above and below the rows. */
const otherLines = 8;

const looks: Readonly<Record<Outcome, { readonly fill: string; readonly tone: Tone }>> = {
  succeeded: { fill: '█', tone: 'ok' },
  ended: { fill: '░', tone: 'dim' },
  running: { fill: '▸', tone: 'strong' },
  partial: { fill: '▓', tone: 'warn' },
  'rolled-back': { fill: '◂', tone: 'warn' },
  failed: { fill: '×', tone: 'bad' },
};

/** A row for each deployment, or for each service where there are more than lines, with a bar from start to finish. */
export function ganttAscii(gantt: Gantt, { width = 80, height = 48, color }: PictureOptions): string {
  const { frame, deployments } = gantt;
  const head = paragraphs([ganttTitle(gantt), ganttSummary(gantt)], width);
  if (deployments.length === 0) return head;
  const mostRows = Math.max(2, height - otherLines);
  const unplaced = ganttRows(gantt, mostRows, []);
  const label = labelWidth(unplaced.map(ganttRowName), width);
  const columns = Math.max(10, width - label - 2 - Math.max(...unplaced.map((row) => ganttRowNote(row).length)));
  const starts = evenColumns(frame, columns);
  const rows = ganttRows(gantt, mostRows, starts);
  const [line, ticks] = timeRuler(frame, columns);
  return `${[
    head,
    ...rows.map((row) => `${rowLabel(row, label)} ${barsText(row, starts, color)} ${ganttRowNote(row)}`.trimEnd()),
    `${' '.repeat(label + 1)}${line}`,
    `${' '.repeat(label + 1)}${ticks}`,
    '',
    ...wrapText(marks(rows), width),
    ...wrapText(explanation(rows, columns), width),
  ].join('\n')}\n`;
}

function rowLabel(row: GanttRow, width: number): string {
  return laneLabel(
    shortRowName(row, (name, version) => truncate(name, Math.max(1, width - displayWidth(version)))),
    width,
  );
}

function barsText({ bars }: GanttRow, starts: readonly number[], color: boolean): string {
  let text = '';
  let column = 0;
  for (const bar of bars) {
    const [first, last] = [columnAt(starts, bar.fromMs), columnAt(starts, bar.toMs)];
    const { fill, tone } = looks[bar.outcome];
    text += ' '.repeat(first - column) + paint(fill.repeat(last + 1 - first), tone, color);
    column = last + 1;
  }
  return text + ' '.repeat(starts.length - column);
}

function marks(rows: readonly GanttRow[]): string {
  const shown = shownOutcomes(rows.flatMap(({ bars }) => bars));
  return shown.map((outcome) => `${looks[outcome].fill} ${outcomeWords[outcome]}`).join('  ');
}

function explanation(rows: readonly GanttRow[], columns: number): string {
  const column = `A column is 1/${columns} of the time.`;
  return rows.some(({ deployment }) => deployment === null)
    ? `${column} ${joinedBars} ${sharedLaneText(rows)}`.trim()
    : column;
}
