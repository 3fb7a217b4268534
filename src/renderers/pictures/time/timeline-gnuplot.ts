import { evenColumns } from '../../../analysis/pictures/time/time-frame.ts';
import {
  type EventCounts,
  type Timeline,
  type TimelineEvent,
  type TimelineLane,
  timelineLanes,
} from '../../../analysis/pictures/time/timeline.ts';
import type { PictureOptions } from '../picture-options.ts';
import { lightColour } from '../svg/palette.ts';
import { dataBlock, emptyBody, gnuplotScript } from './gnuplot/gnuplot-script.ts';
import { quoteTic } from './gnuplot/quote-gnuplot.ts';
import { timeAxis } from './gnuplot/time-axis.ts';
import { laneName, sharedLaneText, shortName } from './lane-words.ts';
import { timelineSummary, timelineTitle } from './timeline-words.ts';

const laneHeight = 18;
const mostLanes = 40;
const columns = 120;
const longestName = 32;

/** Lanes with points that grow with the number of deployments; incidents as lines below them. */
export function timelineGnuplot(timeline: Timeline, { width = 960, height }: PictureOptions): string {
  const starts = evenColumns(timeline.frame, columns);
  const most = height === undefined ? mostLanes : Math.max(2, Math.floor((height - 120) / laneHeight));
  const lanes = timelineLanes(timeline, most, starts);
  const summary = [timelineSummary(timeline), sharedLaneText(lanes)].join(' ').trim();
  const body = lanes.length === 0 ? emptyBody(summary) : lanesBody(timeline, lanes, starts);
  return gnuplotScript({
    width,
    height: height ?? 120 + laneHeight * Math.max(8, lanes.length),
    title: timelineTitle(timeline),
    summary,
    body,
  });
}

function lanesBody(timeline: Timeline, lanes: readonly TimelineLane[], starts: readonly number[]): string[] {
  const tics = lanes.map((lane, index) => `${quoteTic(shortName(laneName(lane), longestName))} ${index}`);
  const middleMs = (timeline.frame.toMs - timeline.frame.fromMs) / columns / 2;
  const cells = (field: keyof EventCounts, lift: number) =>
    lanes.flatMap((lane, index) =>
      lane.cells.flatMap((cell, column) =>
        cell[field] === 0 ? [] : [[((starts[column] ?? 0) + middleMs) / 1000, index + lift, cell[field]]],
      ),
    );
  const series = seriesOf
    .map((one) => ({ ...one, rows: cells(one.field, one.lift) }))
    .filter(({ rows }) => rows.length > 0);
  const incidents = incidentRows(timeline, lanes);
  return [
    ...timeAxis(timeline.frame),
    `set ytics (${tics.join(', ')}) noenhanced`,
    `set yrange [${lanes.length - 0.5}:-0.5]`,
    'set grid x; set key below; set tics nomirror',
    ...series.flatMap(({ field, rows }) => dataBlock(field, rows)),
    ...(incidents.length === 0 ? [] : dataBlock('open', incidents)),
    `plot ${[
      ...series.map(({ field, look }) => `$${field} using 1:2${look}`),
      ...(incidents.length === 0
        ? []
        : [`$open using 1:2:3:(0) with vectors nohead lw 3 lc rgb '${lightColour('bad')}' title 'incident open'`]),
    ].join(', \\\n     ')}`,
  ];
}

/** Points in order of drawing; marks lie a little above and below their lane's middle so that they and the deployments are seen. */
const seriesOf = [
  {
    field: 'deployments',
    lift: 0,
    look: `:(0.3 + 0.35 * log(1 + $3)) with points pt 7 ps variable lc rgb '${lightColour('series1')}' title 'deployments (larger: more)'`,
  },
  {
    field: 'failed',
    lift: -0.3,
    look: ` with points pt 2 ps 0.7 lw 2 lc rgb '${lightColour('bad')}' title 'failed change'`,
  },
  { field: 'rollbacks', lift: 0.3, look: ` with points pt 8 ps 0.7 lc rgb '${lightColour('warn')}' title 'rollback'` },
] as const;

/** From, lane and length of each incident, as far as the frame shows it. */
function incidentRows({ events, frame }: Timeline, lanes: readonly TimelineLane[]): number[][] {
  const lanesByService = new Map(lanes.map(({ service }, index) => [service, index]));
  return events.flatMap((event: TimelineEvent) => {
    if (event.what !== 'incident') return [];
    const lane = lanesByService.get(event.service) ?? lanes.length - 1;
    const fromMs = Math.max(event.atMs, frame.fromMs);
    const toMs = Math.min(event.resolvedMs ?? frame.toMs, frame.toMs);
    return [[fromMs / 1000, lane + 0.3, (toMs - fromMs) / 1000]];
  });
}
