import { groupByKey } from '../../../analysis/group-by-key.ts';
import type { Timeline, TimelineEvent } from '../../../analysis/pictures/time/timeline.ts';
import { instant } from '../../../domain/instant.ts';
import { d3Text } from '../d3-text.ts';
import { frameData } from './frame-data.ts';
import { timelineSummary, timelineTitle } from './timeline-words.ts';

/** Every event, by service, in order of time. */
export function timelineD3(timeline: Timeline): string {
  const events = [...timeline.events].sort((a, b) => a.atMs - b.atMs);
  return d3Text({
    type: timeline.type,
    title: timelineTitle(timeline),
    description: timelineSummary(timeline),
    ...frameData(timeline.frame),
    lanes: [...groupByKey(events, ({ service }) => service)].map(([service, ofService]) => ({
      service,
      events: ofService.map(eventData),
    })),
  });
}

function eventData(event: TimelineEvent): object {
  const { what, id, environment } = event;
  const data = { what, id, environment, at: instant(event.atMs) };
  switch (event.what) {
    case 'deployment':
      return { ...data, version: event.version, failed: event.failed };
    case 'rollback':
      return { ...data, fromVersion: event.fromVersion, toVersion: event.toVersion };
    case 'incident':
      return {
        ...data,
        severity: event.severity,
        resolvedAt: event.resolvedMs === null ? null : instant(event.resolvedMs),
      };
  }
}
