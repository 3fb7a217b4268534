import { instant } from '../../domain/instant.ts';
import type { LogReader } from '../../ledger/log-store.ts';
import type { IncidentRow } from '../../projections/rows.ts';
import type { IncidentView } from '../views.ts';
import { type OpenedValues, openSealedOf } from './open-sealed.ts';

/** Shows a page of incidents, with one query for their titles. */
export async function viewIncidents(log: LogReader, rows: readonly IncidentRow[]): Promise<IncidentView[]> {
  const opened = await openSealedOf(log, rows);
  return rows.map((row) => viewRow(row, opened));
}

function viewRow(row: IncidentRow, opened: OpenedValues): IncidentView {
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
    causedBy: row.causedBy,
    recordedAt: instant(row.recordedMs),
    index: row.index,
  };
}
