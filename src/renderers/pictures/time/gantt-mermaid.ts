import { groupByKey } from '../../../analysis/group-by-key.ts';
import {
  countOutcomes,
  type Gantt,
  type GanttBar,
  type GanttDeployment,
  type GanttRow,
  ganttRows,
  type Outcome,
  outcomeOf,
} from '../../../analysis/pictures/time/gantt.ts';
import { columnAt, evenColumns, type TimeFrame } from '../../../analysis/pictures/time/time-frame.ts';
import { displayWidth } from '../../terminal/display-width.ts';
import { escapeMermaid } from '../mermaid/escape-mermaid.ts';
import { accessibleLines } from '../mermaid/mermaid-head.ts';
import { frameText, momentText } from './frame-text.ts';
import { ganttSummary, ganttTitle } from './gantt-words.ts';
import { laneName, sharedLaneText, shortName } from './lane-words.ts';
import { outcomeWords } from './outcome-words.ts';

const mostRows = 30;
/** So few that a bar is wide enough for its text. */
const columns = 24;
/** What is shorter is drawn this part of the whole long, about three pixels, so that it is seen. */
const shortest = 1 / 250;
const longestName = 40;

const dayMs = 86_400_000;

/** Mermaid has three looks besides the plain one; the text says the rest. */
const tags: Readonly<Record<Outcome, readonly string[]>> = {
  succeeded: [],
  ended: ['done'],
  running: ['active'],
  partial: ['crit', 'done'],
  'rolled-back': ['crit', 'done'],
  failed: ['crit'],
};

const marks: Readonly<Record<Outcome, string>> = {
  succeeded: '',
  ended: '–',
  running: '…',
  partial: '½',
  'rolled-back': '◂',
  failed: '×',
};

/** Shorter than elsewhere: a title is one line. */
const meaningOf: Readonly<Record<Outcome, string>> = {
  ...outcomeWords,
  ended: 'cancelled',
  running: 'running',
  partial: 'partly',
};

/** Sections by service, a task for each bar. */
export function ganttMermaid(gantt: Gantt): string {
  const starts = evenColumns(gantt.frame, columns);
  const rows = ganttRows(gantt, mostRows, starts);
  const isJoined = rows.some(({ deployment }) => deployment === null);
  const joined = isJoined ? `Bars are drawn in whole columns, 1/${columns} of the time each.` : '';
  const summary = [ganttSummary(gantt), sharedLaneText(rows), joined].filter((text) => text !== '').join(' ');
  const { fromMs, toMs } = gantt.frame;
  return `${[
    ...configuration(rows, isJoined),
    'gantt',
    ...accessibleLines(ganttTitle(gantt), summary).map((line) => `  ${line}`),
    `  title ${escapeMermaid(isJoined ? `Deployments, ${frameText(gantt.frame)}${marksText(rows)}` : ganttTitle(gantt))}`,
    '  dateFormat YYYY-MM-DD HH:mm:ss',
    `  axisFormat ${toMs - fromMs > 3 * dayMs ? '%b %e' : '%e %b %H:%M'}`,
    '  todayMarker off',
    ...sections(rows, gantt.frame, starts),
    ...(rows.length === 0 ? emptySection(gantt) : []),
  ].join('\n')}\n`;
}

/** Room for the longest name, which Mermaid would let run into the bars; bars in one line where each is not a line of its own. */
function configuration(rows: readonly GanttRow[], isJoined: boolean): string[] {
  const longest = rows.reduce((most, row) => Math.max(most, displayWidth(shortName(laneName(row), longestName))), 8);
  return [
    '---',
    ...(isJoined ? ['displayMode: compact'] : []),
    'config:',
    '  gantt:',
    `    leftPadding: ${24 + 7 * longest}`,
    '---',
  ];
}

function sections(rows: readonly GanttRow[], frame: TimeFrame, starts: readonly number[]): string[] {
  return [...groupByKey(rows, ({ service }) => service)].flatMap(([, ofService]) => [
    ...ofService.slice(0, 1).map((row) => `  section ${escapeMermaid(shortName(laneName(row), longestName))}`),
    ...ofService.flatMap(({ bars, deployment }) =>
      bars.map((bar) => {
        const name = deployment === null ? countsText(bar) : escapeMermaid(taskName(deployment));
        const data = deployment === null ? columnsData(bar, starts, frame) : barData(bar, frame);
        return `    ${name} : ${[...tags[bar.outcome], ...data].join(', ')}`;
      }),
    ),
  ]);
}

/** Wall clock times, since Mermaid shows times in the reader's zone, and a length, which does not mind changed clocks. */
function barData({ fromMs, toMs }: GanttBar, frame: TimeFrame): string[] {
  const start = wallClock(fromMs, frame);
  if (fromMs === toMs) return ['milestone', start, '0s'];
  const shortestMs = (frame.toMs - frame.fromMs) * shortest;
  return [start, `${Math.ceil(Math.max(toMs - fromMs, shortestMs) / 1000)}s`];
}

/** Bars that each begin and end with a column have room for their numbers, and leave one another theirs. */
function columnsData(bar: GanttBar, starts: readonly number[], frame: TimeFrame): string[] {
  const fromMs = starts[columnAt(starts, bar.fromMs)] ?? frame.fromMs;
  const toMs = starts[columnAt(starts, bar.toMs) + 1] ?? frame.toMs;
  return [wallClock(fromMs, frame), wallClock(toMs, frame)];
}

function wallClock(ms: number, frame: TimeFrame): string {
  return momentText(ms, frame).slice(0, 'YYYY-MM-DD HH:mm:ss'.length);
}

/** Begins with a word of ours, so that no version is taken for a keyword. */
function taskName({ status, version }: GanttDeployment): string {
  return shortName(`${outcomeWords[outcomeOf(status)]}, ${version}`, longestName);
}

/** `12 ◂1 ×2`: short, since Mermaid writes over other bars what does not fit into one. */
function countsText({ deployments }: GanttBar): string {
  const others = [...countOutcomes(deployments)].filter(([outcome]) => outcome !== 'succeeded');
  return [String(deployments.length), ...others.map(([outcome, count]) => `${marks[outcome]}${count}`)].join(' ');
}

/** What the marks mean, as far as there are any, for the title. */
function marksText(rows: readonly GanttRow[]): string {
  const shown = [...countOutcomes(rows.flatMap(({ bars }) => bars.flatMap(({ deployments }) => deployments))).keys()];
  const meanings = shown.filter((outcome) => outcome !== 'succeeded').map((one) => `${marks[one]} ${meaningOf[one]}`);
  return meanings.length === 0 ? '' : `: ${meanings.join(', ')}`;
}

/** A chart without a task is refused. */
function emptySection({ frame }: Gantt): string[] {
  return ['  section No deployments', `    nothing : milestone, ${wallClock(frame.fromMs, frame)}, 0s`];
}
