import { type Attribution, attributeIncident } from '../../analysis/attribution/attribute-incident.ts';
import { type AttributionRule, doraAttribution } from '../../analysis/attribution/attribution-rule.ts';
import { Candidates } from '../../analysis/attribution/candidates.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import type { IncidentRow } from '../../projections/rows.ts';
import { loadCandidates, type Search } from './load-candidates.ts';
import { loadDependencies } from './load-dependencies.ts';

export interface AttributedIncident extends IncidentRow {
  readonly attribution: Attribution;
}

/**
 * Attributes incidents, each to the deployment that a person named or the rule leads to. Of deployments it reads only those that come
 * into question: of the service and of what it depends on, in its environment, within the rule's span.
 */
export async function attributeIncidents(
  store: LedgerStore,
  incidents: readonly IncidentRow[],
  knownAt: number | undefined,
  rule: AttributionRule = doraAttribution,
): Promise<AttributedIncident[]> {
  const undecided = incidents.filter(({ causedBy }) => causedBy === null);
  const dependencies = await loadDependencies(store, rule.takesDependencies ? undecided : [], knownAt);
  const searches = undecided.flatMap((incident): Search[] => {
    const { environment, openedMs, service } = incident;
    const fromMs = rule.spanMs === null ? 0 : openedMs - rule.spanMs;
    return [service, ...dependencies(incident)].map((name) => ({
      service: name,
      environment,
      fromMs,
      toMs: openedMs + 1,
    }));
  });
  const candidates = new Candidates(await loadCandidates(store, searches, knownAt));
  return incidents.map((incident) => ({
    ...incident,
    attribution: attributeIncident(incident, dependencies(incident), candidates, rule),
  }));
}

/** The incidents as if a person had named the deployment that each is attributed to. */
export function blaming(incidents: readonly AttributedIncident[]): IncidentRow[] {
  return incidents.map(({ attribution, ...incident }) => ({
    ...incident,
    causedBy: incident.causedBy ?? attribution.deployment,
  }));
}
