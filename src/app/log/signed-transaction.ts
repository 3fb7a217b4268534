import type { StoredCheckpoint } from '../../ledger/log-store.ts';
import type { TreeHead } from '../../ledger/tree-shape.ts';
import type { LedgerTransaction } from '../../projections/read-store.ts';
import type { KeptNote } from './key-store.ts';
import { type SigningPorts, signGrowth } from './signing.ts';

/** Signs the log as it is `now`, having been `before` when the transaction began. */
export type Sign = (before: TreeHead, now: TreeHead) => Promise<StoredCheckpoint>;

/**
 * Runs a transaction that may sign. A new checkpoint is stored with everything else; that beside the key is made ready before the
 * commit, where a full disk still stops everything, and put in its place after it, so that it is never ahead of the log.
 * @throws LedgerError as LedgerStore.transact and signGrowth do; then nothing was recorded.
 */
export async function signedTransaction<Result>(
  { store, identity, keys }: SigningPorts,
  work: (transaction: LedgerTransaction, sign: Sign) => Promise<Result>,
): Promise<Result> {
  let note: KeptNote | undefined;
  try {
    const result = await store.transact((transaction) =>
      work(transaction, async (before, now) => {
        const checkpoint = await signGrowth({ ...identity, before, now }, transaction, keys);
        await transaction.saveCheckpoint(checkpoint);
        note = await keys.prepareToKeep(identity.verifierKey, checkpoint.size, checkpoint.note);
        return checkpoint;
      }),
    );
    await note?.keep();
    return result;
  } catch (error) {
    await note?.discard();
    throw error;
  }
}
