import type { LedgerIdentity } from '../../ledger/log-store.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import type { KeyStore } from './key-store.ts';
import { signGrowth, treeHead } from './signing.ts';

/**
 * The signed note of the latest checkpoint; signs one when facts came since.
 * @throws LedgerError `unverified` when signing would fork the log, `storage` or `forbidden` when the key cannot be used.
 */
export async function currentCheckpoint(store: LedgerStore, identity: LedgerIdentity, keys: KeyStore): Promise<string> {
  const [head, latest] = [await store.head(), await store.latestCheckpoint()];
  if (latest !== undefined && latest.size === head.size) return latest.note;
  const { origin, verifierKey } = identity;
  const signed = await store.transact(async (transaction) => {
    const now = treeHead(await transaction.head());
    const checkpoint = await signGrowth({ origin, verifierKey, before: now, now }, transaction, keys);
    await transaction.saveCheckpoint(checkpoint);
    return checkpoint;
  });
  await keys.keepSigned(verifierKey, signed.size, signed.note);
  return signed.note;
}
