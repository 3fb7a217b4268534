import { instant } from '../../domain/instant.ts';
import type { LogReader } from '../../ledger/log-store.ts';
import type { RollbackRow } from '../../projections/rows.ts';
import type { RollbackView } from '../views.ts';
import { type OpenedValues, openSealedOf } from './open-sealed.ts';

/** Shows a page of rollbacks, with one query for what is sealed in them. */
export async function viewRollbacks(log: LogReader, rows: readonly RollbackRow[]): Promise<RollbackView[]> {
  const opened = await openSealedOf(log, rows);
  return rows.map((row) => viewRow(row, opened));
}

function viewRow(row: RollbackRow, opened: OpenedValues): RollbackView {
  const { sealed } = row;
  const impact = opened.value(sealed['impact']);
  return {
    id: row.id,
    service: row.service,
    environment: row.environment,
    region: row.region || null,
    fromVersion: row.fromVersion,
    toVersion: row.toVersion,
    at: instant(row.atMs),
    trigger: row.trigger,
    reason: opened.text(sealed['reason']),
    reasonCode: row.reasonCode,
    initiator: opened.text(sealed['initiator']),
    impact: Array.isArray(impact) ? impact.map(String) : [],
    deployment: row.deployment,
    carriedOutBy: row.carriedOutBy,
    recordedAt: instant(row.recordedMs),
    index: row.index,
  };
}
