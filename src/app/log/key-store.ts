import type { NoteSigner } from '../../ledger/note-signer.ts';

/** A signed checkpoint that is ready to be kept beside its key; one of the two has to be called. */
export interface KeptNote {
  /** Puts it in its place, unless a larger one is there. */
  keep(): Promise<void>;
  /** Takes back what was made ready. */
  discard(): Promise<void>;
}

/**
 * Port: the signing keys of a machine and, beside each, the last checkpoint that was signed with it. It is kept outside the database,
 * so that a restored backup or a copied file cannot fork the log.
 */
export interface KeyStore {
  /**
   * The signer whose verifier key this is.
   * @throws LedgerError `storage` when the key is not here, `forbidden` when others can read it.
   */
  signer(verifierKey: string): Promise<NoteSigner>;
  /** The last checkpoint that this machine signed with the key, as a signed note. */
  lastSigned(verifierKey: string): Promise<string | undefined>;
  /**
   * Makes everything ready for keeping a signed checkpoint.
   * @throws LedgerError `storage` when there is no way to keep it.
   */
  prepareToKeep(verifierKey: string, size: number, note: string): Promise<KeptNote>;
  /** Makes a key for a log of this name and gives back its verifier key. */
  create(origin: string): Promise<string>;
}
