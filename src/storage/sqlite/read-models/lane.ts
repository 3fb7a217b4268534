import type { LaneRows } from '../../../projections/read-store.ts';
import type { TableName, Tables } from '../../../projections/rows.ts';
import type { Connection } from '../connection.ts';
import { ledger } from '../ledger-number.ts';
import { type MappedTable, mappedTables } from './mapped-tables.ts';
import { readChangesSince, readRunning } from './running.ts';

const inLane = 'ledger = ? AND service = ? AND environment = ? AND known_to IS NULL';
const selectStart = `SELECT at_ms FROM deployments WHERE ${inLane} ORDER BY at_ms DESC LIMIT 1 OFFSET ?`;
const readDeployments = membersFrom(mappedTables.deployments);
const readRollbacks = membersFrom(mappedTables.rollbacks);
const readRemovals = membersFrom(mappedTables.removals);

/** The lane from the time of its `latest`-th last deployment on; all of it when undefined, or when it has fewer. */
export function readLane(
  connection: Connection,
  service: string,
  environment: string,
  latest: number | undefined,
): LaneRows {
  const startMs =
    latest === undefined
      ? undefined
      : connection.get<[number]>(selectStart, [ledger, service, environment, latest - 1]);
  const [from] = startMs ?? [Number.NEGATIVE_INFINITY];
  const before = readRunning(connection, { service, environment, asOfMs: from - 1 });
  return {
    startMs: from,
    deployments: readDeployments(connection, service, environment, from),
    rollbacks: readRollbacks(connection, service, environment, from),
    removals: readRemovals(connection, service, environment, from),
    running: [
      ...before.sort((a, b) => a.sinceMs - b.sinceMs),
      ...readChangesSince(connection, service, environment, from),
    ],
  };
}

function membersFrom<Name extends TableName>(table: MappedTable<Name>) {
  const sql = `SELECT ${table.columns} FROM ${table.name} WHERE ${inLane} AND at_ms >= ? ORDER BY at_ms`;
  return (connection: Connection, service: string, environment: string, fromMs: number): Tables[Name][] =>
    connection.all(sql, [ledger, service, environment, fromMs]).map((row) => table.decode(row));
}
