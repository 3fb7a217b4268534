import type { RunningFilter } from '../../../projections/read-store.ts';
import type { RunningRow } from '../../../projections/rows.ts';
import type { Connection, SqlRow } from '../connection.ts';
import { Conditions } from './conditions.ts';
import { lanesIn, sameLane } from './lanes.ts';
import { mappedTables } from './mapped-tables.ts';

const table = mappedTables.running;

/** Finds in each lane the one row that can be the answer, and gives it back if it is. */
export function readRunning(connection: Connection, filter: RunningFilter): RunningRow[] {
  const { service, environment, region, asOfMs, knownAt } = filter;
  const lanes = lanesIn({ service, environment });
  const wanted = new Conditions<RunningRow>().equal('environment', environment).equal('region', region);
  const [candidate, held] = asOfMs === undefined ? lastOpen(knownAt) : lastSince(asOfMs, knownAt);
  const sql = `WITH RECURSIVE ${lanes.sql}
    SELECT ${table.columns} FROM running WHERE rowid IN (
      SELECT (SELECT row.rowid FROM running AS row WHERE ${sameLane('row')}${candidate.sql} LIMIT 1)
      FROM lanes JOIN running AS lane ON lane.rowid = lanes.first
    )${held.sql}${wanted.sql} ORDER BY service, environment, region`;
  const values = [...lanes.values, ...candidate.values, ...held.values, ...wanted.values];
  return connection.all(sql, values).map((row) => table.decode(row));
}

/** The intervals of an environment of a service that ended at `startMs` or later, as known now. */
export function readEndedSince(
  connection: Connection,
  service: string,
  environment: string,
  startMs: number,
): RunningRow[] {
  const lanes = lanesIn({ service, environment });
  const sql = `WITH RECURSIVE ${lanes.sql}
    SELECT ${table.columns} FROM running WHERE rowid IN (
      SELECT ended.rowid FROM lanes JOIN running AS lane ON lane.rowid = lanes.first
      JOIN running AS ended ON ${sameLane('ended')} AND ended.until_ms >= ?
    ) AND known_to IS NULL`;
  return connection.all(sql, [...lanes.values, startMs]).map((row) => table.decode(row));
}

type Pick = readonly [candidate: { readonly sql: string; readonly values: SqlRow }, held: Conditions<RunningRow>];

/** What runs to this day is, of the rows without an end, the one that was learnt last: at any time at most one of them holds. */
function lastOpen(knownAt: number | undefined): Pick {
  const learnt = knownAt === undefined ? '' : ' AND row.known_from < ?';
  const sql = ` AND row.until_ms IS NULL${learnt} ORDER BY row.known_from DESC`;
  return [{ sql, values: knownAt === undefined ? [] : [knownAt] }, new Conditions<RunningRow>().known(knownAt)];
}

/** What ran at a moment is, of the rows that hold, the last that had begun, unless it had ended: intervals do not overlap. */
function lastSince(asOfMs: number, knownAt: number | undefined): Pick {
  const known = new Conditions<RunningRow>().known(knownAt);
  const sql = ` AND row.since_ms <= ?${known.sql} ORDER BY row.since_ms DESC`;
  const held = new Conditions<RunningRow>().add('(until_ms IS NULL OR until_ms > ?)', [asOfMs]);
  return [{ sql, values: [asOfMs, ...known.values] }, held];
}
