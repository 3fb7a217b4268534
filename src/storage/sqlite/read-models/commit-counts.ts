import type { Knowledge } from '../../../projections/read-store.ts';
import type { CommitRow } from '../../../projections/rows.ts';
import type { Connection } from '../connection.ts';
import { ledger } from '../ledger-number.ts';
import { Conditions } from './conditions.ts';

export function countCommits(
  connection: Connection,
  deployments: readonly string[],
  { knownAt }: Knowledge = {},
): Map<string, number> {
  const where = new Conditions<CommitRow>().among('deployment', deployments).known(knownAt);
  const sql = `SELECT deployment, count(DISTINCT "commit") FROM commits WHERE ledger = ?${where.sql} GROUP BY deployment`;
  return new Map(connection.all<[string, number]>(sql, [ledger, ...where.values]));
}
