import type { StoredTile } from '../../../ledger/log-store.ts';
import type { Connection } from '../connection.ts';
import { ledger } from '../ledger-number.ts';
import { join } from './facts.ts';

type Row = [level: number, n: number, hashes: Uint8Array, root: Uint8Array];

const insert = 'INSERT INTO tiles (ledger, level, n, hashes, root) VALUES (?, ?, ?, ?, ?)';
const selectOne = 'SELECT level, n, hashes, root FROM tiles WHERE ledger = ? AND level = ? AND n = ?';
const selectRoots = 'SELECT root FROM tiles WHERE ledger = ? AND level = ? AND n >= ? AND n < ? ORDER BY n';
const selectPage = `SELECT level, n, hashes, root FROM tiles WHERE ledger = ? AND (level, n) > (?, ?)
  ORDER BY level, n LIMIT 64`;

export function insertTiles(connection: Connection, tiles: readonly StoredTile[]): void {
  for (const { level, n, hashes, root } of tiles) connection.run(insert, [ledger, level, n, hashes, root]);
}

export function readTile(connection: Connection, level: number, n: number): StoredTile | undefined {
  const row = connection.get<Row>(selectOne, [ledger, level, n]);
  return row && tileOf(row);
}

export function readTileRoots(connection: Connection, level: number, from: number, to: number): Uint8Array {
  const rows = connection.all<[Uint8Array]>(selectRoots, [ledger, level, from, to]);
  return join(rows.map(([root]) => root));
}

/** The next tiles by level and place. */
export function readTilesAfter(connection: Connection, last: StoredTile | undefined): StoredTile[] {
  return connection.all<Row>(selectPage, [ledger, last?.level ?? Number.MIN_SAFE_INTEGER, last?.n ?? 0]).map(tileOf);
}

function tileOf([level, n, hashes, root]: Row): StoredTile {
  return { level, n, hashes, root };
}
