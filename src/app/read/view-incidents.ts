import { instant } from '../../domain/instant.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import type { IncidentRow } from '../../projections/rows.ts';
import type { IncidentView } from '../views.ts';
import { type AttributedIncident, attributeIncidents } from './attribute-incidents.ts';
import { type OpenedValues, openSealedOf } from './open-sealed.ts';

/** Shows a page of incidents, with one query for their titles and a few for what caused them. */
export async function viewIncidents(
  store: LedgerStore,
  rows: readonly IncidentRow[],
  knownAt?: number | undefined,
): Promise<IncidentView[]> {
  return viewAttributed(store, await attributeIncidents(store, rows, knownAt));
}

/** Shows incidents of which is known what caused them. */
export async function viewAttributed(
  store: LedgerStore,
  incidents: readonly AttributedIncident[],
): Promise<IncidentView[]> {
  const opened = await openSealedOf(store, incidents);
  return incidents.map((incident) => viewIncident(incident, opened));
}

function viewIncident(row: AttributedIncident, opened: OpenedValues): IncidentView {
  const { openedMs, resolvedMs } = row;
  return {
    id: row.id,
    service: row.service,
    environment: row.environment,
    severity: row.severity,
    title: opened.text(row.sealed['title']),
    openedAt: instant(openedMs),
    resolvedAt: resolvedMs === null ? null : instant(resolvedMs),
    durationMs: resolvedMs === null || resolvedMs < openedMs ? null : resolvedMs - openedMs,
    causedBy: row.causedBy || null,
    attribution: row.attribution,
    recordedAt: instant(row.recordedMs),
    index: row.index,
  };
}
