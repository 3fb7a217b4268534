import { clearClaim, compareText, wholeClaim } from '../domain/clear-claim.ts';
import type { IncidentFact, IncidentOpened } from '../domain/facts/other.ts';
import { instantMs } from '../domain/instant.ts';
import type { Placed } from './fold-deployment.ts';
import type { Content } from './row-changes.ts';
import type { IncidentRow } from './rows.ts';

/** What the facts about one incident add up to; undefined as long as nothing opened it. The first resolution counts. */
export function foldIncident(facts: readonly Placed<IncidentFact>[]): Content<IncidentRow> | undefined {
  const ordered = facts.toSorted((a, b) => compareFacts(a.fact, b.fact));
  const opened = ordered.find(isOpening);
  if (opened === undefined) return undefined;
  const { data, occurredAt, recordedAt } = opened.fact;
  const resolved = ordered.find(({ fact }) => fact.type === 'incident.resolved');
  const causedBy = ordered.map(({ fact }) => (fact.type === 'incident.attributed' ? fact.data.deployment : null));
  return {
    id: data.incident,
    service: data.service,
    environment: data.environment,
    severity: data.severity,
    openedMs: instantMs(occurredAt),
    resolvedMs: resolved === undefined ? null : instantMs(resolved.fact.occurredAt),
    causedBy: causedBy.findLast((deployment) => deployment !== null) ?? null,
    sealed: data.title === undefined ? {} : { title: [opened.index, '/data/title'] },
    index: opened.index,
    recordedMs: instantMs(recordedAt),
  };
}

function isOpening(placed: Placed<IncidentFact>): placed is Placed<IncidentOpened> {
  return placed.fact.type === 'incident.opened';
}

function compareFacts(a: IncidentFact, b: IncidentFact): number {
  return (
    instantMs(a.occurredAt) - instantMs(b.occurredAt) ||
    compareText(clearClaim(a), clearClaim(b)) ||
    compareText(wholeClaim(a), wholeClaim(b))
  );
}
