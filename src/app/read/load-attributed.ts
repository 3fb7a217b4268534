import { doraAttribution } from '../../analysis/attribution/attribution-rule.ts';
import type { Span } from '../../analysis/span.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import type { IncidentRow } from '../../projections/rows.ts';
import { attributeIncidents, blaming } from './attribute-incidents.ts';

export interface AttributionScope {
  readonly environments: readonly string[];
  readonly window: Span;
  readonly knownAt: number | undefined;
  /** Of incidents that opened since then. */
  readonly fromMs: number;
}

/**
 * The incidents since a moment, each with the deployment that it is attributed to as its cause. Those that nobody attributed are
 * attributed where that can lead into the scope: the others would be read about in vain.
 */
export async function loadAttributed(
  store: LedgerStore,
  { environments, window, knownAt, fromMs }: AttributionScope,
): Promise<IncidentRow[]> {
  const incidents = await store.incidents({ fromMs, knownAt });
  const latestMs = window.toMs + (doraAttribution.spanMs ?? Number.POSITIVE_INFINITY);
  const concerns = ({ causedBy, environment, openedMs }: IncidentRow) =>
    causedBy === null && openedMs < latestMs && environments.includes(environment);
  const derived = await attributeIncidents(store, incidents.filter(concerns), knownAt);
  return [...incidents.filter((incident) => !concerns(incident)), ...blaming(derived)];
}
