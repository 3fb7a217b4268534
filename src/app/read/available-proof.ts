import type { StoredFact } from '../../ledger/log-store.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import { proofOf } from '../log/prove.ts';

/** The C2SP tlog-proof of a fact against the latest checkpoint; null while none covers it, for reading signs nothing. */
export async function availableProof(store: LedgerStore, fact: StoredFact): Promise<string | null> {
  const [latest, identity] = await Promise.all([store.latestCheckpoint(), store.identity()]);
  if (latest === undefined || identity === undefined || latest.size <= fact.index) return null;
  return proofOf(store, fact, latest.note, identity.verifierKey);
}
