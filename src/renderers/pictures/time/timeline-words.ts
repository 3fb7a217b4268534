import { countEvents, type Timeline } from '../../../analysis/pictures/time/timeline.ts';
import { counted } from '../../counted.ts';
import { eventsText, nothingHappened } from './event-words.ts';
import { frameText } from './frame-text.ts';

export function timelineTitle({ frame }: Timeline): string {
  return `Timeline of deployments, ${frameText(frame)}`;
}

/** What the whole says, in a sentence. */
export function timelineSummary({ events }: Timeline): string {
  if (events.length === 0) return nothingHappened;
  const services = new Set(events.map(({ service }) => service)).size;
  return `${eventsText(countEvents(events))}, of ${counted(services, 'service')}.`;
}
