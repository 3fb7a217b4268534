import type { StoredFact } from '../../../ledger/log-store.ts';
import type { Connection } from '../connection.ts';
import { ledger } from '../ledger-number.ts';
import { readHead } from './head.ts';

const hashLength = 32;
const columns = '"index", leaf_hash, subject, type, recorded_ms, bytes';
type Row = [index: number, leafHash: Uint8Array, subject: string, type: string, recordedMs: number, bytes: Uint8Array];

const insert = `INSERT INTO facts (ledger, ${columns}) VALUES (?, ?, ?, ?, ?, ?, ?)`;
const selectOne = `SELECT ${columns} FROM facts WHERE ledger = ? AND "index" = ?`;
const selectPage = `SELECT ${columns} FROM facts WHERE ledger = ? AND "index" >= ? AND "index" < ?
  ORDER BY "index" LIMIT 256`;
const selectOfSubject = `SELECT ${columns} FROM facts WHERE ledger = ? AND subject = ? ORDER BY "index"`;
const selectHashes = 'SELECT leaf_hash FROM facts WHERE ledger = ? AND "index" >= ? AND "index" < ? ORDER BY "index"';
const selectHashesOf = `SELECT "index", leaf_hash FROM facts
  WHERE ledger = ? AND "index" IN (SELECT value FROM json_each(?))`;
const selectSubjectsOf = `SELECT "index", subject FROM facts
  WHERE ledger = ? AND "index" IN (SELECT value FROM json_each(?))`;
const selectTime = 'SELECT recorded_ms FROM facts WHERE ledger = ? AND "index" = ?';

export function insertFacts(connection: Connection, facts: readonly StoredFact[]): void {
  for (const { index, leafHash, subject, type, recordedMs, bytes } of facts) {
    connection.run(insert, [ledger, index, leafHash, subject, type, recordedMs, bytes]);
  }
}

export function readFact(connection: Connection, index: number): StoredFact | undefined {
  const row = connection.get<Row>(selectOne, [ledger, index]);
  return row && factOf(row);
}

/** The first facts, in their order, from an index on and before another. */
export function readFacts(connection: Connection, from: number, to: number): StoredFact[] {
  return connection.all<Row>(selectPage, [ledger, from, to]).map(factOf);
}

export function readFactsOf(connection: Connection, subjects: readonly string[]): StoredFact[] {
  const facts = [...new Set(subjects)].flatMap((subject) =>
    connection.all<Row>(selectOfSubject, [ledger, subject]).map(factOf),
  );
  return facts.sort((a, b) => a.index - b.index);
}

export function readLeafHashes(connection: Connection, from: number, to: number): Uint8Array {
  const rows = connection.all<[Uint8Array]>(selectHashes, [ledger, from, to]);
  return join(rows.map(([hash]) => hash));
}

export function readLeafHashesOf(connection: Connection, indexes: readonly number[]): Map<number, Uint8Array> {
  return new Map(connection.all<[number, Uint8Array]>(selectHashesOf, [ledger, JSON.stringify(indexes)]));
}

export function readSubjectsOf(connection: Connection, indexes: readonly number[]): Map<number, string> {
  return new Map(connection.all<[number, string]>(selectSubjectsOf, [ledger, JSON.stringify(indexes)]));
}

/** Hashes one after the other. */
export function join(hashes: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(hashes.length * hashLength);
  for (const [place, hash] of hashes.entries()) joined.set(hash, place * hashLength);
  return joined;
}

/** The number of facts with `recordedAt` ≤ `ms`, in log₂ size look-ups: times never decrease along the log. */
export function countRecordedBy(connection: Connection, ms: number): number {
  let [known, unknown] = [0, readHead(connection).size];
  while (known < unknown) {
    const middle = Math.floor((known + unknown) / 2);
    const [recordedMs = 0] = connection.get<[number]>(selectTime, [ledger, middle]) ?? [];
    if (recordedMs <= ms) known = middle + 1;
    else unknown = middle;
  }
  return known;
}

function factOf([index, leafHash, subject, type, recordedMs, bytes]: Row): StoredFact {
  return { index, bytes, leafHash, subject, type, recordedMs };
}
