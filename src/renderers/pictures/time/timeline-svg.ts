import { evenColumns, type TimeFrame } from '../../../analysis/pictures/time/time-frame.ts';
import {
  countEvents,
  largestCell,
  type Timeline,
  type TimelineCell,
  type TimelineLane,
  timelineLanes,
} from '../../../analysis/pictures/time/timeline.ts';
import { printable } from '../../terminal/printable.ts';
import type { PictureOptions } from '../picture-options.ts';
import { described, element, textElement } from '../svg/element.ts';
import type { LegendItem } from '../svg/legend-row.ts';
import { density, densityExamples } from './density.ts';
import { eventsText } from './event-words.ts';
import { momentText } from './frame-text.ts';
import { laneName, sharedLaneText } from './lane-words.ts';
import { hatchPattern } from './svg/hatch.ts';
import { laneNameText, nameWidth } from './svg/lane-name.ts';
import { timeGrid } from './svg/time-grid.ts';
import { drawingHeight, drawingWidth, timePicture } from './svg/time-picture.ts';
import { timelineSummary, timelineTitle } from './timeline-words.ts';

const laneHeight = 30;
const barHeight = 18;
const columnWidth = 7;
const usualLanes = 40;
const countWidth = 44;
const axisHeight = 20;
const hatch = 'timeline-hatch';

/** Lanes of bars, higher for more deployments, with what went wrong in them and the incidents below. */
export function timelineSvg(timeline: Timeline, options: PictureOptions): string {
  const width = drawingWidth(options);
  const height = drawingHeight(options);
  const mostLanes = height === undefined ? usualLanes : Math.max(2, Math.floor((height - axisHeight) / laneHeight));
  const names = timelineLanes(timeline, mostLanes, []).map((lane) => printable(laneName(lane)));
  const left = nameWidth(names, width);
  const starts = evenColumns(timeline.frame, Math.floor((width - left - countWidth) / columnWidth));
  const lanes = timelineLanes(timeline, mostLanes, starts);
  const right = left + starts.length * columnWidth;
  const bottom = lanes.length * laneHeight;
  const largest = largestCell(lanes);
  const markup = lanes.flatMap((lane, index) =>
    laneMarkup(lane, { left, right, starts, largest, frame: timeline.frame }, index),
  );
  return timePicture(
    {
      name: 'timeline',
      title: timelineTitle(timeline),
      summary: timelineSummary(timeline),
      legend: lanes.length === 0 ? [] : legend(timeline, largest),
      notes: [sharedLaneText(lanes), lanes.length === 0 ? '' : 'The number at the right counts deployments.'],
      drawing: {
        height: bottom + axisHeight,
        markup: [hatchPattern(hatch), ...timeGrid(timeline.frame, left, right, 0, bottom), ...markup],
      },
    },
    options,
  );
}

interface Place {
  readonly left: number;
  readonly right: number;
  readonly starts: readonly number[];
  /** The deployments of the fullest cell. */
  readonly largest: number;
  readonly frame: TimeFrame;
}

function laneMarkup(lane: TimelineLane, place: Place, index: number): string[] {
  const { left, right, starts, largest, frame } = place;
  const base = index * laneHeight + 4 + barHeight;
  const name = printable(laneName(lane));
  return [
    laneNameText(name, left, base - 4),
    element('line', { x1: left, x2: right, y1: base, y2: base, class: 'stroke-rule' }),
    ...lane.cells.flatMap((cell, column) => {
      if (cell.deployments + cell.rollbacks + cell.open === 0) return [];
      const tooltip = `${momentText(starts[column] ?? frame.fromMs, frame).slice(0, 16)}, ${name}: ${eventsText(cell) || 'incident open'}`;
      return [described(tooltip, cellMarkup(cell, left + column * columnWidth, base, largest))];
    }),
    textElement(
      'text',
      { x: right + 8, y: base - 4, 'font-size': 11, class: 'fill-muted' },
      `${lane.counts.deployments}`,
    ),
  ];
}

function cellMarkup(cell: TimelineCell, x: number, base: number, largest: number): string {
  const height = Math.max(2, barHeight * density(cell.deployments, largest));
  const failed = cell.failed === 0 ? 0 : Math.max(4, (height * cell.failed) / cell.deployments);
  return [
    ...(cell.deployments > 0 ? [bar(x, base - height, height, 'fill-series1')] : []),
    ...(failed > 0 ? [failedBar(x, base - Math.max(height, failed), failed)] : []),
    ...(cell.rollbacks > 0 ? [rollbackMark(x, base + 2)] : []),
    ...(cell.open > 0 ? [element('rect', { x, y: base + 4, width: columnWidth, height: 2.5, class: 'fill-bad' })] : []),
  ].join('');
}

function bar(x: number, y: number, height: number, fill: string): string {
  return element('rect', { x: x + 0.5, y, width: columnWidth - 1, height, class: fill });
}

function failedBar(x: number, y: number, height: number): string {
  const stripes = element('rect', { x: x + 0.5, y, width: columnWidth - 1, height, fill: `url(#${hatch})` });
  return bar(x, y, height, 'fill-bad') + stripes;
}

/** A triangle that points back in time. */
function rollbackMark(x: number, y: number): string {
  return element('path', { d: `M${round(x)} ${y + 4}l${columnWidth} -4v8z`, class: 'fill-warn' });
}

function legend({ events }: Timeline, largest: number): LegendItem[] {
  const { failed, rollbacks, incidents } = countEvents(events);
  const base = 14;
  const heights = densityExamples(largest).map((count) => {
    const height = Math.max(2, barHeight * density(count, largest) * 0.75);
    return { sample: bar(4, base - height, height, 'fill-series1'), text: `${count}` };
  });
  const last = heights.length - 1;
  return [
    ...heights.map((item, index) => (index === last ? { ...item, text: `${item.text} deployed` } : item)),
    ...(failed > 0 ? [{ sample: failedBar(4, 2, 12), text: 'of these, failed changes' }] : []),
    ...(rollbacks > 0 ? [{ sample: rollbackMark(4, 4), text: 'rollback' }] : []),
    ...(incidents > 0
      ? [{ sample: element('rect', { y: 7, width: 16, height: 2.5, class: 'fill-bad' }), text: 'incident open' }]
      : []),
  ];
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
