import { groupByKey } from '../../../analysis/group-by-key.ts';
import { lanesOf } from '../../../analysis/pictures/time/lanes.ts';
import { type NamedColumn, namedColumns } from '../../../analysis/pictures/time/named-columns.ts';
import { columnAt } from '../../../analysis/pictures/time/time-frame.ts';
import { countEvents, type Timeline, type TimelineEvent } from '../../../analysis/pictures/time/timeline.ts';
import { escapeMermaid } from '../mermaid/escape-mermaid.ts';
import { accessibleLines } from '../mermaid/mermaid-head.ts';
import { eventsText } from './event-words.ts';
import { laneName, shortName } from './lane-words.ts';
import { timelineSummary, timelineTitle } from './timeline-words.ts';

/** Mermaid draws each column about 200 pixels wide, and all of an event's text in it. */
const mostColumns = 12;
const mostServices = 8;
const longestName = 24;

/** Periods from left to right, and below each what happened in it to the services with the most events of the period. */
export function timelineMermaid(timeline: Timeline): string {
  const columns = namedColumns(timeline.frame, mostColumns);
  const starts = columns.map(({ fromMs }) => fromMs);
  const byColumn = groupByKey(timeline.events, ({ atMs }) => columnAt(starts, atMs));
  return `${[
    'timeline',
    ...accessibleLines(timelineTitle(timeline), timelineSummary(timeline)).map((line) => `  ${line}`),
    `  title ${escapeMermaid(timelineTitle(timeline))}`,
    ...(timeline.events.length === 0
      ? [`  ${escapeMermaid(timelineSummary(timeline))}`]
      : columns.map((column, index) => periodLine(column, byColumn.get(index) ?? []))),
  ].join('\n')}\n`;
}

function periodLine({ name }: NamedColumn, events: readonly TimelineEvent[]): string {
  const texts = lanesOf(events, mostServices).map((lane) => {
    const service = shortName(laneName(lane), longestName);
    return `${service}: ${eventsText(countEvents(lane.items))}`;
  });
  const shown = texts.length === 0 ? ['nothing'] : texts;
  // A blank after the colon is what makes the text an event.
  return `  ${escapeMermaid(name)}${shown.map((text) => ` : ${escapeMermaid(text)}`).join('')}`;
}
