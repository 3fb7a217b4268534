import { LedgerError } from '../../domain/errors.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import { type VerifyPorts, verifyLedger } from '../log/verify.ts';
import { findLoss, type Loss } from './find-loss.ts';

/** What a copy of a ledger turned out to hold. */
export interface CopyReport {
  readonly ledger: string;
  /** Number of facts. */
  readonly size: number;
  readonly root: string;
  /** The signed note of its latest checkpoint. */
  readonly checkpoint: string | null;
  /** Facts that were signed with the key on this machine and that are not in it. */
  readonly lost: Loss | null;
}

export interface CopyChecks extends Pick<VerifyPorts, 'keys' | 'scratch'> {
  readonly progress?: ((checked: number, size: number) => void) | undefined;
}

/**
 * Verifies the log of a copy by itself, and compares it with what the key on this machine has signed last.
 * @throws LedgerError `unverified` when it does not verify, or says otherwise than what was signed; `storage` when it holds no ledger.
 */
export async function verifyCopy(store: LedgerStore, { keys, scratch, progress }: CopyChecks): Promise<CopyReport> {
  const identity = await store.identity();
  if (identity === undefined) throw new LedgerError('storage', 'no ledger was made in it yet');
  const { lost, contained } = await findLoss(store, identity.verifierKey, keys);
  const ports = { store, identity, scratch, keys: { lastSigned: async () => undefined } };
  const against = contained === undefined ? [] : [contained];
  const { ok, size, root, checkpoint, failures } = await verifyLedger(ports, { only: 'log', against, progress });
  if (ok) return { ledger: identity.origin, size, root, checkpoint, lost };
  const [first] = failures;
  throw new LedgerError('unverified', `it does not verify: ${first?.where}: ${first?.why}`, {
    hint: 'try another backup, and keep this one as it is',
  });
}
