import type { TokenFilter, TokenRow } from '../../../projections/token-store.ts';
import type { Connection, SqlValue } from '../connection.ts';
import { ledger } from '../ledger-number.ts';

const columns = 'id, hash, "index", ends_ms, last_used_ms';
type Row = [id: string, hash: Uint8Array, index: number, endsMs: number | null, lastUsedMs: number | null];

const insert = `INSERT INTO tokens (ledger, ${columns}) VALUES (?, ?, ?, ?, ?, ?)`;
const selectAny = 'SELECT 1 FROM tokens WHERE ledger = ? LIMIT 1';
const selectByHash = `SELECT ${columns} FROM tokens WHERE ledger = ? AND hash = ?`;
const selectById = `SELECT ${columns} FROM tokens WHERE ledger = ? AND id = ?`;
const updateEnd = 'UPDATE tokens SET ends_ms = ? WHERE ledger = ? AND id = ?';
const updateUse = `UPDATE tokens SET last_used_ms = ? WHERE ledger = ? AND id = ?
  AND (last_used_ms IS NULL OR last_used_ms < ?)`;

export function insertToken(connection: Connection, { id, hash, index, endsMs, lastUsedMs }: TokenRow): void {
  connection.run(insert, [ledger, id, hash, index, endsMs, lastUsedMs]);
}

export function hasTokens(connection: Connection): boolean {
  return connection.get(selectAny, [ledger]) !== undefined;
}

export function readTokenByHash(connection: Connection, hash: Uint8Array): TokenRow | undefined {
  const row = connection.get<Row>(selectByHash, [ledger, hash]);
  return row && tokenOf(row);
}

export function readToken(connection: Connection, id: string): TokenRow | undefined {
  const row = connection.get<Row>(selectById, [ledger, id]);
  return row && tokenOf(row);
}

/** Latest first. */
export function listTokens(connection: Connection, { livingAtMs, limit, before }: TokenFilter): TokenRow[] {
  const [page, last]: [string, SqlValue[]] = before === undefined ? ['', []] : ['AND id < ?', [before]];
  const of = (condition: string) => `SELECT ${columns} FROM tokens ${condition} ${page}`;
  // Living ones are found by their end, however many are over.
  const lasting = of('INDEXED BY tokens_by_end WHERE ledger = ? AND ends_ms IS NULL');
  const ending = of('INDEXED BY tokens_by_end WHERE ledger = ? AND ends_ms > ?');
  const [tokens, values]: [string, SqlValue[]] =
    livingAtMs === undefined
      ? [of('WHERE ledger = ?'), [ledger, ...last]]
      : [`${lasting} UNION ALL ${ending}`, [ledger, ...last, ledger, livingAtMs, ...last]];
  return connection.all<Row>(`${tokens} ORDER BY id DESC LIMIT ?`, [...values, limit ?? -1]).map(tokenOf);
}

export function endToken(connection: Connection, id: string, endsMs: number): void {
  connection.run(updateEnd, [endsMs, ledger, id]);
}

export function noteTokenUse(connection: Connection, id: string, atMs: number): void {
  connection.run(updateUse, [atMs, ledger, id, atMs]);
}

function tokenOf([id, hash, index, endsMs, lastUsedMs]: Row): TokenRow {
  return { id, hash, index, endsMs, lastUsedMs };
}
