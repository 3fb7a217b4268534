import { evenColumns } from '../../../analysis/pictures/time/time-frame.ts';
import {
  type EventCounts,
  largestCell,
  type Timeline,
  type TimelineCell,
  type TimelineLane,
  timelineLanes,
} from '../../../analysis/pictures/time/timeline.ts';
import { paint } from '../../terminal/tone.ts';
import type { PictureOptions } from '../picture-options.ts';
import { density, densityExamples } from './density.ts';
import { laneName, sharedLaneText } from './lane-words.ts';
import { columnBlock } from './terminal/blocks.ts';
import { labelWidth, laneLabel } from './terminal/lane-label.ts';
import { paragraphs } from './terminal/paragraphs.ts';
import { timeRuler } from './terminal/time-ruler.ts';
import { wrapText } from './terminal/wrap-text.ts';
import { timelineSummary, timelineTitle } from './timeline-words.ts';

/** A lane takes two lines, and what is above and below all of them takes about eight. */
const otherLines = 8;

const marks = { rollback: '◂', failed: '×', open: '━' };

/** Lanes of blocks, higher for more deployments, with a second line where something went wrong. */
export function timelineAscii(timeline: Timeline, { width = 80, height = 58, color }: PictureOptions): string {
  const { frame, events } = timeline;
  const head = paragraphs([timelineTitle(timeline), timelineSummary(timeline)], width);
  if (events.length === 0) return head;
  const mostLanes = Math.max(2, Math.floor((height - otherLines) / 2));
  const unplaced = timelineLanes(timeline, mostLanes, []);
  const label = labelWidth(unplaced.map(laneName), width);
  const notes = unplaced.flatMap(({ counts }) => [String(counts.deployments), troubleText(counts)]);
  const columns = Math.max(10, width - label - 2 - Math.max(...notes.map((note) => note.length)));
  const lanes = timelineLanes(timeline, mostLanes, evenColumns(frame, columns));
  const largest = largestCell(lanes);
  const [line, ticks] = timeRuler(frame, columns);
  return `${[
    head,
    ...lanes.flatMap((lane) => laneLines(lane, label, largest, color)),
    `${' '.repeat(label + 1)}${line}`,
    `${' '.repeat(label + 1)}${ticks}`,
    '',
    ...legend(largest, columns, sharedLaneText(lanes)).flatMap((text) => wrapText(text, width)),
  ].join('\n')}\n`;
}

function laneLines(lane: TimelineLane, label: number, largest: number, color: boolean): string[] {
  const blocks = lane.cells.map(({ deployments }) => columnBlock(density(deployments, largest))).join('');
  const first = `${laneLabel(laneName(lane), label)} ${blocks} ${lane.counts.deployments || ''}`.trimEnd();
  const trouble = troubleText(lane.counts);
  if (trouble === '') return [first];
  const markers = lane.cells.map((cell) => markOf(cell, color)).join('');
  return [first, `${' '.repeat(label + 1)}${markers} ${trouble}`];
}

function markOf({ failed, rollbacks, open }: TimelineCell, color: boolean): string {
  if (rollbacks > 0) return paint(marks.rollback, 'warn', color);
  if (failed > 0) return paint(marks.failed, 'bad', color);
  return open > 0 ? paint(marks.open, 'bad', color) : ' ';
}

function troubleText({ failed, rollbacks, incidents }: EventCounts): string {
  return [
    ...(failed > 0 ? [`${marks.failed}${failed}`] : []),
    ...(rollbacks > 0 ? [`${marks.rollback}${rollbacks}`] : []),
    ...(incidents > 0 ? [`${marks.open}${incidents}`] : []),
  ].join(' ');
}

function legend(largest: number, columns: number, shared: string): string[] {
  const heights = densityExamples(largest).map((count) => `${columnBlock(density(count, largest))} ${count}`);
  return [
    `${heights.join('  ')} deployed   ${marks.rollback} rollback  ${marks.failed} failed change  ${marks.open} incident open`,
    `A column is 1/${columns} of the time and bears the first of the marks that applies; how many there are is at the right.`,
    ...(shared === '' ? [] : [shared]),
  ];
}
