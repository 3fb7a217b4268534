import assert from 'node:assert/strict';
import type { LedgerStore } from '../../src/projections/read-store.ts';
import { identity } from './samples.ts';

/** What a suite needs of a test runner; vitest, node:test, mocha and jest have it. */
export interface TestApi {
  describe(name: string, body: () => void): void;
  it(name: string, body: () => Promise<void>): void;
}

/** Opens a store on a new, empty database. */
export type OpenStore = () => Promise<LedgerStore>;

/** A group of tests of a contract. */
export type Suite = (api: TestApi, open: OpenStore) => void;

/** Runs a test on a new ledger. */
export async function withLedger(open: OpenStore, test: (store: LedgerStore) => Promise<void>): Promise<void> {
  const store = await open();
  try {
    await store.create(identity);
    await test(store);
  } finally {
    await store.close();
  }
}

/** Asserts that two values are equal, whichever class of bytes they hold. */
export function assertSame(actual: unknown, expected: unknown): void {
  assert.deepEqual(plain(actual), plain(expected));
}

/** The value with bytes as text, so that a Buffer equals any other array of the same bytes. */
export function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return `bytes ${Buffer.from(value).toString('hex')}`;
  if (value instanceof Map) return plain([...value].sort(([a], [b]) => a - b));
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]));
}

export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const collected: Item[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}
