import type { Severity } from '../../domain/vocabulary.ts';
import { isWithin, minuteMs } from './calendar.ts';
import { at } from './diary.ts';
import type { NonEmpty } from './random.ts';
import type { Rollout } from './rollout.ts';
import { dependentsOf } from './services.ts';
import type { Story } from './story.ts';
import { member } from './teams.ts';

/** Something that broke in production. */
export interface Incident {
  readonly id: string;
  readonly service: string;
  readonly openedMs: number;
  readonly severity: Severity;
  readonly title: string;
}

const severities: NonEmpty<Severity> = ['critical', 'high', 'high', 'medium', 'medium', 'low'];

/** Thinks of an incident without telling of it; its id holds its day, as in `INC-20260312-4f9a`. */
export function newIncident(story: Story, service: string, openedMs: number, title: string): Incident {
  const { random } = story;
  const id = `INC-${at(openedMs).slice(0, 10).replaceAll('-', '')}-${random.hex(4)}`;
  return { id, service, openedMs, severity: random.pick(severities), title };
}

/** Tells that an incident was opened and, unless it is open to this day, that it was resolved. */
export function tellIncident(story: Story, incident: Incident, resolvedMs?: number, causedBy?: string): void {
  const { id, service, openedMs, severity, title } = incident;
  const claim = { type: 'incident', id, service, environment: 'production', severity, title } as const;
  story.diary.tell(openedMs, { ...claim, openedAt: at(openedMs), causedBy });
  if (resolvedMs === undefined) return;
  story.diary.tell(resolvedMs, { type: 'incident-resolution', incident: id, at: at(resolvedMs) });
}

/**
 * Tells of an incident that a rollout caused. Half of them name the cause at once; of the others somebody says so within
 * the hour. In the bad week those of payments reach the services that call it.
 */
export function tellCausedIncident(story: Story, incident: Incident, rollout: Rollout, resolvedMs: number): void {
  const { random, calendar, service } = story;
  const known = random.chance(0.5);
  tellIncident(story, incident, resolvedMs, known ? rollout.id : undefined);
  if (!known) tellAttribution(story, incident, rollout);
  if (service.name !== 'payments' || !isWithin(calendar.badWeek, incident.openedMs)) return;
  for (const dependent of dependentsOf('payments')) {
    if (random.chance(0.3)) continue;
    const openedMs = incident.openedMs + random.between(2, 9) * minuteMs;
    const echo = newIncident(story, dependent.name, openedMs, 'Calls to payments fail');
    tellIncident(story, echo, resolvedMs + random.between(9, 25) * minuteMs);
    tellAttribution(story, echo, rollout);
  }
}

function tellAttribution({ diary, random, service }: Story, incident: Incident, rollout: Rollout): void {
  const atMs = incident.openedMs + random.between(10, 50) * minuteMs;
  const initiator = member(service.team, random);
  const claim = { type: 'incident-attribution', incident: incident.id, deployment: rollout.id } as const;
  diary.tell(atMs, { ...claim, at: at(atMs), initiator });
}
