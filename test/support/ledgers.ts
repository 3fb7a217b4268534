import type { Ledger, RecordOptions } from '../../src/app/ledger.ts';
import { composeLedger, type LedgerPorts } from '../../src/app/open.ts';
import type { RecordedView } from '../../src/app/views.ts';
import { LedgerError } from '../../src/domain/errors.ts';
import { strategyRegistry } from '../../src/domain/strategies/registry.ts';
import type { LedgerStore } from '../../src/projections/read-store.ts';
import { randomOf } from '../../src/sources/demo/random.ts';
import { noon } from './decisions.ts';
import { MemoryKeys } from './ledgers-keys.ts';

/** A ledger for tests: all that happens in it depends on what it is told, on the clock and on the seed of its randomness. */
export interface OpenedLedger extends Ledger {
  readonly store: LedgerStore;
  readonly ports: LedgerPorts;
  readonly keys: MemoryKeys;
  /** What the ledger takes for the present; to be set by the test. */
  readonly time: { nowMs: number };
  /** Records one claim, and every environment that it names. */
  take(claim: unknown, options?: Partial<RecordOptions>): Promise<RecordedView>;
  /** Records claims in batches of that many, in their order. */
  takeAll(claims: readonly unknown[], inBatch?: number): Promise<RecordedView[]>;
}

export interface LedgerSettings {
  /** An empty store, for verification. */
  readonly scratch: () => Promise<LedgerStore>;
  readonly keys?: MemoryKeys | undefined;
  readonly seed?: string | undefined;
  readonly time?: { nowMs: number } | undefined;
}

/** Opens the ledger in a store, and makes it when the store is empty. */
export async function openOver(store: LedgerStore, settings: LedgerSettings): Promise<OpenedLedger> {
  const { scratch, keys = new MemoryKeys(), seed = 'ledger', time = { nowMs: noon } } = settings;
  const random = randomOf(seed).bytes;
  const verifierKey = await keys.create('test.example/ledger');
  await store.create({ origin: 'test.example/ledger', verifierKey, secret: Buffer.alloc(32, 9) });
  const identity = await store.identity();
  if (identity === undefined) throw new Error('the store did not keep the ledger');
  const strategies = strategyRegistry();
  const ports: LedgerPorts = { store, identity, keys, strategies, clock: () => time.nowMs, random, scratch };
  const ledger = composeLedger(ports);
  const take = (claim: unknown, options: Partial<RecordOptions> = {}) =>
    ledger.record(claim, { source: 'test', newEnvironments: true, ...options });
  return {
    ...ledger,
    store,
    ports,
    keys,
    time,
    take,
    async takeAll(claims, inBatch = 256) {
      const recorded: RecordedView[] = [];
      for (let from = 0; from < claims.length; from += inBatch) {
        recorded.push(...(await Promise.all(claims.slice(from, from + inBatch).map((claim) => take(claim)))));
      }
      return recorded;
    },
  };
}

/** The error with which something is refused. */
export async function refusalOf(work: Promise<unknown>): Promise<LedgerError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof LedgerError) return error;
    throw error;
  }
  throw new Error('it was not refused');
}
