/**
 * The first row of each lane (or of each in an environment of a service), as a recursive table `lanes(row)`: from one lane to the next
 * is one look-up in the index, however many rows a lane has.
 */
export function firstOfEachLane(within: string): string {
  const first = `SELECT rowid FROM running WHERE ledger = ?${within}`;
  const order = 'ORDER BY service, environment, region LIMIT 1';
  const next = `(service, environment, region) > (before.service, before.environment, before.region)`;
  return `lanes(row) AS (
    SELECT (${first} ${order})
    UNION ALL
    SELECT (${first} AND ${next} ${order}) FROM lanes JOIN running AS before ON before.rowid = lanes.row
  )`;
}
