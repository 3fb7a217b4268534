import { hasCode, LedgerError } from '../../domain/errors.ts';
import { openCheckpoint } from '../../ledger/checkpoint.ts';
import type { ExpectedHead } from '../../ledger/expected-heads.ts';
import type { Head, LedgerIdentity, StoredCheckpoint } from '../../ledger/log-store.ts';
import { type NoteVerifier, parseVerifierKey } from '../../ledger/note-verifier.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import type { VerifyFailure } from '../views.ts';
import type { KeyStore } from './key-store.ts';
import { treeHead } from './signing.ts';

export interface HeadPorts {
  readonly store: LedgerStore;
  readonly identity: LedgerIdentity;
  readonly keys: Pick<KeyStore, 'lastSigned'>;
}

/** Every head that a log must have had, as far as anybody wrote it down: checkpoints, those of the caller, and the store's own word. */
export class ClaimedHeads {
  /** The store's own word: how far the log is verified. */
  readonly head: Head;
  /** The largest checkpoint that is stored. */
  readonly latest: StoredCheckpoint | undefined;
  /** What is wrong with the heads themselves; complete when all of them were read. */
  readonly failures: VerifyFailure[] = [];
  readonly #store: LedgerStore;
  readonly #verifier: NoteVerifier | undefined;
  readonly #last: string | undefined;

  private constructor(
    { store, identity }: HeadPorts,
    head: Head,
    latest: StoredCheckpoint | undefined,
    last: string | undefined,
  ) {
    this.head = head;
    this.latest = latest;
    this.#store = store;
    this.#last = last;
    this.#verifier = this.#attempt('the verifier key', () => parseVerifierKey(identity.verifierKey));
    const name = this.#verifier?.name;
    if (name === undefined || name === identity.origin) return;
    this.#fail("the ledger's name", `it is kept as ${identity.origin}; its key says ${name}`);
  }

  static async of(ports: HeadPorts): Promise<ClaimedHeads> {
    // What was signed before the head is read cannot be ahead of it, whoever is recording meanwhile.
    const last = await lastSigned(ports);
    const latest = await ports.store.latestCheckpoint();
    return new ClaimedHeads(ports, await ports.store.head(), latest, last);
  }

  /** The heads by size, each once it is asked for; `against` are the notes that the caller holds. */
  async *inOrder(against: readonly string[]): AsyncGenerator<ExpectedHead> {
    const given = against.flatMap(
      (note, i) => this.#open(`the checkpoint given${i > 0 ? ` (${i + 1})` : ''}`, note) ?? [],
    );
    const last =
      this.#last === undefined ? undefined : this.#open('the last checkpoint beside the signing key', this.#last);
    const own = this.#attempt('head', () => ({ where: 'head', ...treeHead(this.head) }));
    const others = [...given, last, own].filter((head) => head !== undefined).sort((a, b) => a.size - b.size);
    let isLastStored = last === undefined;
    for await (const head of this.#stored()) {
      isLastStored ||= head.size === last?.size;
      while (others[0] !== undefined && others[0].size < head.size) yield others.shift() as ExpectedHead;
      yield head;
    }
    if (!isLastStored) this.#fail(`checkpoint ${last?.size}`, 'it was signed on this machine, and is not stored');
    yield* others;
  }

  async *#stored(): AsyncGenerator<ExpectedHead> {
    for await (const { size, note } of this.#store.checkpoints()) {
      if (size > (this.latest?.size ?? 0)) return;
      const where = `checkpoint ${size}`;
      const head = this.#open(where, note);
      if (head === undefined) continue;
      if (head.size === size) yield head;
      else this.#fail(where, `it is kept for ${size} facts but was signed for ${head.size}`);
    }
  }

  #open(where: string, note: string): ExpectedHead | undefined {
    const verifier = this.#verifier;
    if (verifier === undefined) return undefined;
    return this.#attempt(where, () => {
      const { size, root } = openCheckpoint(note, [verifier]).checkpoint;
      return { where, size, root };
    });
  }

  #attempt<Result>(where: string, read: () => Result): Result | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error;
      this.#fail(where, error.message);
      return undefined;
    }
  }

  #fail(where: string, why: string): void {
    this.failures.push({ index: null, where, why });
  }
}

/** Undefined also when the key is none: nobody can have signed with it. */
async function lastSigned({ keys, identity }: HeadPorts): Promise<string | undefined> {
  try {
    return await keys.lastSigned(identity.verifierKey);
  } catch (error) {
    if (hasCode(error, 'invalid')) return undefined;
    throw error;
  }
}
