import { LedgerError } from '../../domain/errors.ts';
import { type Checkpoint, openCheckpoint, signCheckpoint } from '../../ledger/checkpoint.ts';
import { CompactRange } from '../../ledger/compact-range.ts';
import { type Hash, hex, sameHash } from '../../ledger/hashing.ts';
import type { LedgerIdentity, LogReader, StoredCheckpoint } from '../../ledger/log-store.ts';
import type { NoteSigner } from '../../ledger/note-signer.ts';
import { parseVerifierKey } from '../../ledger/note-verifier.ts';
import type { TreeHead } from '../../ledger/tree-shape.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import type { KeyStore } from './key-store.ts';
import { rootAt } from './tree-reader.ts';

export interface SigningPorts {
  readonly store: LedgerStore;
  readonly identity: LedgerIdentity;
  readonly keys: KeyStore;
}

/** What a log may sign: that it has grown out of everything that was signed before. */
export interface Growth {
  readonly origin: string;
  readonly verifierKey: string;
  /** The log before the facts of this transaction. */
  readonly before: TreeHead;
  readonly now: TreeHead;
}

/**
 * Signs the log as it is now, after making sure that it contains the last checkpoint that this machine signed.
 * @throws LedgerError as requireSigner does.
 */
export async function signGrowth(growth: Growth, log: LogReader, keys: KeyStore): Promise<StoredCheckpoint> {
  const { origin, verifierKey, before, now } = growth;
  const signer = await requireSigner(verifierKey, before, log, keys);
  return { size: now.size, note: signCheckpoint({ origin, size: now.size, root: now.root, extensions: [] }, signer) };
}

/**
 * The signer of a log that contains the last checkpoint that this machine signed. To be called inside a transaction: then nobody signs
 * at the same time.
 * @throws LedgerError `unverified` when that checkpoint is ahead of the log or says otherwise: then the database is a copy or a
 * restored backup, and signing it would fork the log; `storage` or `forbidden` when the key cannot be used.
 */
export async function requireSigner(
  verifierKey: string,
  before: TreeHead,
  log: LogReader,
  keys: KeyStore,
): Promise<NoteSigner> {
  const signer = await keys.signer(verifierKey);
  const last = await keys.lastSigned(verifierKey);
  if (last !== undefined) {
    const checkpoint = openLast(last, verifierKey);
    if (checkpoint.size > before.size) throw behind(checkpoint.size, before.size);
    const root = checkpoint.size === before.size ? before.root : await rootAt(log, checkpoint.size);
    if (!sameHash(root, checkpoint.root)) throw forked(checkpoint.size, root, checkpoint.root);
  }
  return signer;
}

/**
 * Makes sure, before long work that is to be signed in the end, that it can be and that there is room for the checkpoint.
 * @throws LedgerError as requireSigner and KeyStore.prepareToKeep do.
 */
export function requireSignable({ store, identity, keys }: SigningPorts): Promise<void> {
  return store.transact(async (transaction) => {
    await requireSigner(identity.verifierKey, treeHead(await transaction.head()), transaction, keys);
    const trial = await keys.prepareToKeep(identity.verifierKey, 0, '');
    await trial.discard();
  });
}

/** The head of a log from its stored size and compact range. */
export function treeHead(head: { readonly size: number; readonly range: Uint8Array }): TreeHead {
  return { size: head.size, root: CompactRange.fromBytes(head.size, head.range).root() };
}

function openLast(note: string, verifierKey: string): Checkpoint {
  try {
    return openCheckpoint(note, [parseVerifierKey(verifierKey)]).checkpoint;
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    throw new LedgerError(
      'unverified',
      `refusing to sign: the last checkpoint beside the signing key is not right: ${error.message}`,
      {
        hint: 'put it back from a backup; find out who changed it before you remove the file <key id>.checkpoint',
        cause: error,
      },
    );
  }
}

const wayOut =
  'this database is a copy or an old backup: use the newest one. If that is lost for good, remove the file <key id>.checkpoint beside the ' +
  'signing key; whoever holds the old checkpoint can then prove that history was lost';

function behind(signed: number, size: number): LedgerError {
  return new LedgerError(
    'unverified',
    `refusing to sign: this machine has already signed a log of ${signed} facts under this name, and here are only ${size}`,
    { hint: wayOut },
  );
}

function forked(size: number, root: Hash, signed: Hash): LedgerError {
  return new LedgerError(
    'unverified',
    `refusing to sign: the first ${size} facts have the root ${hex(root)}, but this machine has signed ${hex(signed)} for them`,
    { hint: wayOut },
  );
}
