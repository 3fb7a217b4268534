import type { KeptNote, KeyStore } from '../../src/app/log/key-store.ts';
import { LedgerError } from '../../src/domain/errors.ts';
import { type NoteSigner, noteSigner } from '../../src/ledger/note-signer.ts';

/** The signing keys of a machine, in memory: each log has the same key in every run. */
export class MemoryKeys implements KeyStore {
  readonly #signers = new Map<string, NoteSigner>();
  readonly #last = new Map<string, string>();
  /** Whether there is no room for another checkpoint. */
  full = false;

  async create(origin: string): Promise<string> {
    const signer = noteSigner(origin, Buffer.alloc(32, 7));
    this.#signers.set(signer.verifierKey, signer);
    return signer.verifierKey;
  }

  async signer(verifierKey: string): Promise<NoteSigner> {
    const signer = this.#signers.get(verifierKey);
    if (signer === undefined) throw new LedgerError('storage', 'the key is not on this machine');
    return signer;
  }

  async lastSigned(verifierKey: string): Promise<string | undefined> {
    return this.#last.get(verifierKey);
  }

  async prepareToKeep(verifierKey: string, _size: number, note: string): Promise<KeptNote> {
    if (this.full) throw new LedgerError('storage', 'there is no place for a checkpoint beside the key');
    return {
      keep: async () => {
        this.#last.set(verifierKey, note);
      },
      discard: async () => {},
    };
  }

  /** Loses the keys themselves; the checkpoints beside them stay. */
  lose(): void {
    this.#signers.clear();
  }

  /** Forgets what was signed, as another machine would. */
  forgetSigned(): void {
    this.#last.clear();
  }
}
