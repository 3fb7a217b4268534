import { dayMs, hourMs, minuteMs } from './calendar.ts';
import { newIncident, tellIncident } from './incident.ts';
import type { Story } from './story.ts';

interface Outage {
  readonly service: string;
  readonly title: string;
  /** It began that many hours ago and is not over. */
  readonly openForHours?: number;
}

const outages: readonly Outage[] = [
  { service: 'payments', title: 'Card acquirer unreachable' },
  { service: 'identity', title: 'Expired certificate of the mail gateway' },
  { service: 'catalogue', title: 'Database failover in us-east-1' },
  { service: 'legacy-erp', title: 'Disk full on the report server' },
  { service: 'search', title: 'Index node lost' },
  { service: 'storefront', title: 'Network trouble between the regions' },
  { service: 'edge-router', title: 'Flood of requests from one network' },
  { service: 'orders', title: 'Message broker out of memory' },
  { service: 'legacy-erp', title: 'Power cut in the old data centre' },
  { service: 'search', title: 'Slow answers to long queries', openForHours: 3 },
];

/** Tells of what broke by itself, at any hour, and was put right within hours, but for one that is still open. */
export function tellOutages(story: Story): void {
  const { random, calendar, service } = story;
  for (const { title, openForHours } of outages.filter((outage) => outage.service === service.name)) {
    if (openForHours !== undefined) {
      tellIncident(story, newIncident(story, service.name, calendar.toMs - openForHours * hourMs, title));
      continue;
    }
    const openedMs = random.between(calendar.fromMs + 7 * dayMs, calendar.toMs - 2 * dayMs);
    const resolvedMs = openedMs + random.around(80, 4) * minuteMs;
    tellIncident(story, newIncident(story, service.name, openedMs, title), resolvedMs);
  }
}
