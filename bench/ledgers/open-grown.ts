import { Recorder } from '../../src/app/record/recorder.ts';
import type { ClaimInput } from '../../src/domain/claims/claim.ts';
import { LedgerError } from '../../src/domain/errors.ts';
import { strategyRegistry } from '../../src/domain/strategies/registry.ts';
import { pooledRandom } from '../../src/main/open-ledger.ts';
import type { LedgerStore } from '../../src/projections/read-store.ts';
import { FileKeyStore } from '../../src/storage/keys/file-key-store.ts';
import { openSqlite } from '../../src/storage/sqlite/open-sqlite.ts';
import { Fleet } from '../fleet/fleet.ts';
import { databaseOf, type GrownLedger, keyDirOf } from './grown-ledger.ts';

/** Claims that one transaction takes. */
export const batchSize = 256;

/** A ledger that takes the next claims of its fleet. */
export interface OpenedLedger {
  readonly store: LedgerStore;
  readonly recorder: Recorder;
  readonly fleet: Fleet;
}

export async function openGrown(ledger: GrownLedger): Promise<OpenedLedger> {
  const store = await openSqlite(databaseOf(ledger), { mode: 'open' });
  const identity = await store.identity();
  if (identity === undefined) throw new Error(`${ledger.directory} holds no ledger`);
  const recorder = new Recorder({
    store,
    identity,
    keys: new FileKeyStore(keyDirOf(ledger)),
    strategies: strategyRegistry(),
    clock: Date.now,
    random: pooledRandom(),
  });
  return { store, recorder, fleet: new Fleet(ledger.claims) };
}

/** Records claims as they would come from many callers at the same time. A claim that is refused spoils what is measured. */
export async function recordAll({ recorder }: OpenedLedger, claims: readonly ClaimInput[]): Promise<void> {
  const outcomes = await Promise.all(claims.map((claim) => recorder.record(claim, { source: 'bench' })));
  for (const outcome of outcomes) if (outcome instanceof LedgerError) throw outcome;
}
