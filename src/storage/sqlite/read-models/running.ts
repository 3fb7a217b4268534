import type { RunningFilter } from '../../../projections/read-store.ts';
import type { LaneChange, RunningRow } from '../../../projections/rows.ts';
import type { Connection } from '../connection.ts';
import { Conditions } from './conditions.ts';
import { lanesIn, sameLane } from './lanes.ts';
import { mappedTables } from './mapped-tables.ts';

const table = mappedTables.running;

/** What runs in a lane is what its last change led to, at a moment the last one until then: finds it in each lane. */
export function readRunning(connection: Connection, filter: RunningFilter): RunningRow[] {
  const { service, environment, region, asOfMs, knownAt } = filter;
  const lanes = lanesIn({ service, environment });
  const begun = new Conditions<LaneChange>().known(knownAt);
  if (asOfMs !== undefined) begun.add('since_ms <= ?', [asOfMs]);
  const wanted = new Conditions<LaneChange>().equal('environment', environment).equal('region', region);
  const sql = `WITH RECURSIVE ${lanes.sql}
    SELECT ${table.columns} FROM running WHERE rowid IN (
      SELECT (SELECT row.rowid FROM running AS row WHERE ${sameLane('row')}${begun.sql} ORDER BY row.since_ms DESC LIMIT 1)
      FROM lanes JOIN running AS lane ON lane.rowid = lanes.first
    ) AND version IS NOT NULL${wanted.sql} ORDER BY service, environment, region`;
  const values = [...lanes.values, ...begun.values, ...wanted.values];
  return connection.all(sql, values).map((row) => table.decode(row) as RunningRow);
}

/** What changed in an environment of a service at `startMs` or later, as known now, oldest first. */
export function readChangesSince(
  connection: Connection,
  service: string,
  environment: string,
  startMs: number,
): LaneChange[] {
  const lanes = lanesIn({ service, environment });
  const sql = `WITH RECURSIVE ${lanes.sql}
    SELECT ${table.columns} FROM running WHERE rowid IN (
      SELECT later.rowid FROM lanes JOIN running AS lane ON lane.rowid = lanes.first
      JOIN running AS later ON ${sameLane('later')} AND later.since_ms >= ?
    ) AND known_to IS NULL ORDER BY since_ms`;
  return connection.all(sql, [...lanes.values, startMs]).map((row) => table.decode(row));
}
