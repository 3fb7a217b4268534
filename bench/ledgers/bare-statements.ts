import type { LogBatch } from '../../src/ledger/log-store.ts';
import type { ClosedRow, OpenedRow } from '../../src/projections/read-store.ts';
import type { TableName } from '../../src/projections/rows.ts';
import type { SqlRow } from '../../src/storage/sqlite/connection.ts';
import { ledger } from '../../src/storage/sqlite/ledger-number.ts';
import { mappedTables } from '../../src/storage/sqlite/read-models/mapped-tables.ts';
import type { WrittenBatch } from './capture-batches.ts';

/** A statement and the values of one execution. */
export type Execution = readonly [sql: string, values: SqlRow];

/** What a batch wrote, as the plainest statements that write the same rows, in the same order. */
export function bareStatements({ writes }: WrittenBatch): Execution[] {
  return writes.flatMap((write) =>
    'log' in write ? logStatements(write.log) : write.changes.map((change) => rowStatement(change)),
  );
}

function logStatements(batch: LogBatch): Execution[] {
  const { facts, openings, actors, answered, tiles, head } = batch;
  return [
    ...facts.map((fact) => {
      const { index, leafHash, subject, type, recordedMs, bytes } = fact;
      return insert('facts', [ledger, index, leafHash, subject, type, recordedMs, bytes]);
    }),
    ...openings.map(({ index, path, salt, value }) => insert('openings', [ledger, index, path, salt, value])),
    ...actors.map(({ actor, name }) => insert('actors', [ledger, actor, name])),
    ...answered.map(({ key, request, index, id }) => insert('answered', [ledger, key, request, index, id])),
    ...tiles.map(({ level, n, root, hashes }) => insert('tiles', [ledger, level, n, root, hashes])),
    [
      'UPDATE head SET size = ?, compact_range = ?, recorded_ms = ? WHERE ledger = ?',
      [head.size, head.range, head.recordedMs, ledger],
    ],
  ];
}

function rowStatement<Name extends TableName>(change: OpenedRow<Name> | ClosedRow<Name>): Execution {
  const table = mappedTables[change.table];
  if ('opened' in change) return insert(change.table, [ledger, ...table.encode(change.opened)]);
  const key = ['ledger', ...table.keyColumns].map((column) => `${column} = ?`).join(' AND ');
  const sql = `UPDATE ${change.table} SET known_to = ? WHERE ${key}`;
  return [sql, [change.knownTo, ledger, ...table.encodeKey(change.closed)]];
}

/** Every column of the row, in the order of the table. */
function insert(table: string, values: SqlRow): Execution {
  return [`INSERT INTO ${table} VALUES (${values.map(() => '?').join(', ')})`, values];
}
