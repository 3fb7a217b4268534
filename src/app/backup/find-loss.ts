import { openCheckpoint } from '../../ledger/checkpoint.ts';
import { parseVerifierKey } from '../../ledger/note-verifier.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import type { KeyStore } from '../log/key-store.ts';

/** Facts by their indexes, both ends included. */
export interface Loss {
  readonly from: number;
  readonly to: number;
}

/**
 * Compares how far a log goes with how far it was signed on this machine: either facts are lost, or the signed note is one that the
 * log has to contain.
 */
export async function findLoss(
  store: LedgerStore,
  verifierKey: string,
  keys: Pick<KeyStore, 'lastSigned'>,
): Promise<{ readonly lost: Loss | null; readonly contained?: string }> {
  const note = await keys.lastSigned(verifierKey);
  if (note === undefined) return { lost: null };
  const signed = openCheckpoint(note, [parseVerifierKey(verifierKey)]).checkpoint.size;
  const { size } = await store.head();
  return signed > size ? { lost: { from: size, to: signed - 1 } } : { lost: null, contained: note };
}
