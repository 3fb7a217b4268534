import {
  type Gantt,
  type GanttBar,
  type GanttRow,
  ganttRows,
  type Outcome,
} from '../../../analysis/pictures/time/gantt.ts';
import { evenColumns } from '../../../analysis/pictures/time/time-frame.ts';
import { printable } from '../../terminal/printable.ts';
import type { PictureOptions } from '../picture-options.ts';
import { described, element, textElement } from '../svg/element.ts';
import { fitText, textWidth } from '../svg/text-width.ts';
import { momentText } from './frame-text.ts';
import { ganttBarText, ganttRowName, ganttRowNote, shortRowName } from './gantt-row-words.ts';
import { ganttSummary, ganttTitle } from './gantt-words.ts';
import { sharedLaneText } from './lane-words.ts';
import { joinedBars, outcomeWords, shownOutcomes } from './outcome-words.ts';
import { hatchPattern } from './svg/hatch.ts';
import { laneNameText, nameSize, nameWidth } from './svg/lane-name.ts';
import { timeGrid, timeScale } from './svg/time-grid.ts';
import { drawingHeight, drawingWidth, timePicture } from './svg/time-picture.ts';

const rowHeight = 20;
const usualRows = 48;
const noteWidth = 56;
const axisHeight = 20;
/** What is shorter is drawn this wide, so that it can be seen and pointed at. */
const narrowestBar = 4;
const hatch = 'gantt-hatch';

/** Outcomes differ in colour, in height, and in stripes. */
const looks: Readonly<Record<Outcome, { readonly fill: string; readonly height: number; readonly striped: boolean }>> =
  {
    succeeded: { fill: 'fill-ok', height: 9, striped: false },
    ended: { fill: 'fill-unknown', height: 4, striped: false },
    running: { fill: 'fill-accent', height: 9, striped: true },
    partial: { fill: 'fill-warn', height: 9, striped: true },
    'rolled-back': { fill: 'fill-warn', height: 15, striped: false },
    failed: { fill: 'fill-bad', height: 15, striped: true },
  };

/** A row for each deployment, or for each service where there are more than rows, with a bar from start to finish. */
export function ganttSvg(gantt: Gantt, options: PictureOptions): string {
  const width = drawingWidth(options);
  const height = drawingHeight(options);
  const mostRows = height === undefined ? usualRows : Math.max(2, Math.floor((height - axisHeight) / rowHeight));
  const names = ganttRows(gantt, mostRows, []).map((row) => printable(ganttRowName(row)));
  const left = nameWidth(names, width);
  const right = width - noteWidth;
  const rows = ganttRows(gantt, mostRows, evenColumns(gantt.frame, Math.floor((right - left) / narrowestBar)));
  const bottom = rows.length * rowHeight;
  const isJoined = rows.some(({ deployment }) => deployment === null);
  return timePicture(
    {
      name: 'gantt',
      title: ganttTitle(gantt),
      summary: ganttSummary(gantt),
      legend: shownOutcomes(rows.flatMap(({ bars }) => bars)).map((outcome) => ({
        sample: barMarkup(outcome, 0, 16, 7),
        text: outcomeWords[outcome],
      })),
      notes: isJoined ? [sharedLaneText(rows), joinedBars] : [],
      drawing: {
        height: bottom + axisHeight,
        markup: [
          hatchPattern(hatch),
          ...timeGrid(gantt.frame, left, right, 0, bottom),
          ...rows.flatMap((row, index) => rowMarkup(row, gantt, left, right, index)),
        ],
      },
    },
    options,
  );
}

function rowMarkup(row: GanttRow, { frame }: Gantt, left: number, right: number, index: number): string[] {
  const middle = index * rowHeight + rowHeight / 2;
  const x = timeScale(frame, left, right);
  return [
    laneNameText(printable(ganttRowName(row)), left, middle + 4, shownName(row, left)),
    ...row.bars.map((bar) => {
      const from = Math.min(x(bar.fromMs), right - narrowestBar);
      const width = Math.max(narrowestBar, x(bar.toMs) - from);
      return described(tooltip(bar, momentText(bar.fromMs, frame)), barMarkup(bar.outcome, from, width, middle));
    }),
    textElement('text', { x: right + 8, y: middle + 4, 'font-size': 11, class: 'fill-muted' }, ganttRowNote(row)),
  ];
}

function shownName(row: GanttRow, left: number): string {
  return shortRowName(row, (name, version) => fitText(name, left - 10 - textWidth(version, nameSize), nameSize));
}

function barMarkup(outcome: Outcome, x: number, width: number, middle: number): string {
  const { fill, height, striped } = looks[outcome];
  const box = { x, y: middle - height / 2, width, height, rx: 1.5 };
  return (
    element('rect', { ...box, class: fill }) + (striped ? element('rect', { ...box, fill: `url(#${hatch})` }) : '')
  );
}

function tooltip(bar: GanttBar, from: string): string {
  return printable(`${from}, ${ganttBarText(bar)}`);
}
