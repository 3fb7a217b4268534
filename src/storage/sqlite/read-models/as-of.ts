import type { DeploymentRow } from '../../../projections/rows.ts';
import { ledger } from '../ledger-number.ts';
import type { Conditions } from './conditions.ts';

/** A deployment that takes longer than this from its creation to its last report is found by an index of its own. */
const longMs = 6 * 3_600_000;
const isLong = `at_ms - created_ms > ${longMs}`;

/** Holds the time of creation too, which spares a look at the row. */
export const longDeploymentsIndex = `CREATE INDEX deployments_long ON deployments ("ledger", "at_ms", "created_ms") WHERE ${isLong}`;

const underWay = `rowid IN (
  SELECT rowid FROM deployments WHERE ledger = ? AND at_ms > ? AND at_ms <= ? AND created_ms <= ?
  UNION ALL
  SELECT rowid FROM deployments WHERE ledger = ? AND at_ms > ? AND created_ms <= ? AND ${isLong}
)`;

const statusThen = `CASE WHEN rolled_back_ms <= ? THEN status WHEN finished_ms <= ? THEN outcome
  WHEN started_ms <= ? THEN 'in-progress' ELSE 'pending' END`;

/** Those that existed at a moment and were last heard of later: a walk along the time would pass everything that came since. */
export function whereUnderWay(where: Conditions<DeploymentRow>, asOfMs: number): Conditions<DeploymentRow> {
  const soon = asOfMs + longMs;
  return where.add(underWay, [ledger, asOfMs, soon, asOfMs, ledger, soon, asOfMs]);
}

/** Those that existed at a moment and were last heard of before. */
export function whereOver(where: Conditions<DeploymentRow>, asOfMs: number): Conditions<DeploymentRow> {
  return where.add('at_ms <= ? AND created_ms <= ?', [asOfMs, asOfMs]);
}

/** The status that a deployment had at a moment. */
export function whereStatusThen(where: Conditions<DeploymentRow>, asOfMs: number, status: string | undefined): void {
  if (status !== undefined) where.add(`${statusThen} = ?`, [asOfMs, asOfMs, asOfMs, status]);
}
