import type { SqlRow } from '../connection.ts';
import { ledger } from '../ledger-number.ts';

const laneFields = ['service', 'environment', 'region'];
const maxInteger = '9223372036854775807';

/** Which lanes: all, those of a service, or those of an environment of a service. */
export interface LaneScope {
  readonly service?: string | undefined;
  readonly environment?: string | undefined;
}

/**
 * A table expression `lanes(first)` with the rowid in `running` of the first row of each lane: from one lane to the next is one look-up
 * in the index, however many rows a lane has.
 */
export function lanesIn({ service, environment }: LaneScope): { readonly sql: string; readonly values: SqlRow } {
  const given = service === undefined ? [] : environment === undefined ? [service] : [service, environment];
  const fixed = laneFields.slice(0, given.length).map((field) => ` AND ${field} = ?`);
  const open = laneFields.slice(given.length);
  // SQLite looks up the first place that is not smaller, so what is compared must lie behind the last row of the lane; and without the
  // plus signs, which hide that these are columns, it would look up the first field only.
  const behind = [...open.map((field) => `+before.${field}`), maxInteger];
  const next = `(${open.join(', ')}, since_ms) > (${behind.join(', ')})`;
  const within = `SELECT rowid FROM running WHERE ledger = ?${fixed.join('')}`;
  const order = `ORDER BY ${open.join(', ')} LIMIT 1`;
  const sql = `lanes(first) AS (
    SELECT (${within} ${order})
    UNION ALL
    SELECT (${within} AND ${next} ${order}) FROM lanes JOIN running AS before ON before.rowid = lanes.first
  )`;
  return { sql, values: [ledger, ...given, ledger, ...given] };
}

/** The condition that a row of `running` under the name `row` is of the same lane as the row under the name `lane`. */
export function sameLane(row: string): string {
  return ['ledger', ...laneFields].map((field) => `${row}.${field} = lane.${field}`).join(' AND ');
}
