import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fdatasyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { LedgerError } from '../../domain/errors.ts';
import { parseCheckpoint } from '../../ledger/checkpoint.ts';
import { openNote } from '../../ledger/note.ts';
import { formatSignerKey, type NoteSigner, noteSigner, parseSignerKey } from '../../ledger/note-signer.ts';
import { type NoteVerifier, parseVerifierKey } from '../../ledger/note-verifier.ts';

/**
 * The signing keys of this machine: `<directory>/<key id>`, readable by its owner only, and beside it
 * `<key id>.checkpoint`, the last checkpoint that was signed with it, always replaced as a whole.
 */
export class FileKeyStore {
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** Makes a key for a log of this name, and gives back its verifier key. */
  async create(origin: string): Promise<string> {
    const seed = randomBytes(32);
    const signer = noteSigner(origin, seed);
    translated(this.#directory, () => {
      mkdirSync(this.#directory, { recursive: true, mode: 0o700 });
      const path = this.#path(signer.id);
      renameSync(writeBeside(path, `${formatSignerKey(origin, seed)}\n`, 0o600), path);
    });
    return signer.verifierKey;
  }

  /**
   * The signer whose verifier key this is.
   * @throws LedgerError `storage` when it is not here or belongs to another ledger, `forbidden` when others could read it.
   */
  async signer(verifierKey: string): Promise<NoteSigner> {
    const path = this.#path(parseVerifierKey(verifierKey).id);
    const text = readIfThere(path);
    if (text === undefined) {
      throw new LedgerError('storage', `the ledger's signing key is not on this machine: ${path} is missing`, {
        hint: 'copy it from the machine where the ledger was made, or name its directory in DEPLOY_LEDGER_KEY_DIR',
      });
    }
    const mode = statSync(path).mode & 0o777;
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      throw new LedgerError('forbidden', `the signing key ${path} is open to others (mode ${mode.toString(8)})`, {
        hint: `close it with: chmod 600 ${path}; if somebody may have read it, start a new ledger`,
      });
    }
    const signer = parseKey(text, path);
    if (signer.verifierKey === verifierKey) return signer;
    throw new LedgerError('storage', `the signing key ${path} belongs to another ledger, ${signer.name}`, {
      hint: "put this ledger's own key there, or name another directory in DEPLOY_LEDGER_KEY_DIR",
    });
  }

  /** The last checkpoint that was signed here with the key. */
  async lastSigned(verifierKey: string): Promise<string | undefined> {
    return readIfThere(this.#checkpointPath(verifierKey));
  }

  /**
   * Writes a signed checkpoint beside the one that is kept. What it returns either puts it in the place of that one, unless that one is
   * larger, or removes it again.
   */
  async prepareToKeep(verifierKey: string, size: number, note: string) {
    const path = this.#checkpointPath(verifierKey);
    const written = translated(path, () => writeBeside(path, note, 0o644));
    const discard = async () => rmSync(written, { force: true });
    return {
      discard,
      keep: async () => {
        const kept = readIfThere(path);
        if (kept !== undefined && sizeOf(kept, parseVerifierKey(verifierKey)) > size) return discard();
        translated(path, () => renameSync(written, path));
      },
    };
  }

  #checkpointPath(verifierKey: string): string {
    return `${this.#path(parseVerifierKey(verifierKey).id)}.checkpoint`;
  }

  #path(id: string): string {
    return join(this.#directory, id);
  }
}

function parseKey(text: string, path: string): NoteSigner {
  try {
    return parseSignerKey(text.trimEnd());
  } catch (error) {
    throw new LedgerError('storage', `the signing key ${path} is no key: ${messageOf(error)}`, {
      hint: 'restore it from a copy; without the key the log cannot be signed any further',
      cause: error,
    });
  }
}

function sizeOf(note: string, verifier: NoteVerifier): number {
  return parseCheckpoint(openNote(note, [verifier]).text).size;
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw new LedgerError('storage', `cannot read ${path}: ${messageOf(error)}`, { cause: error });
  }
}

/** Writes a new file that is to take the place of another, and gives back its path: after a crash that is the old one or the new one. */
function writeBeside(path: string, text: string, mode: number): string {
  const temporary = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const file = openSync(temporary, 'wx', mode);
  try {
    writeSync(file, text);
    fdatasyncSync(file);
    return temporary;
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

/** @throws LedgerError `storage` for what goes wrong in `work`. */
function translated<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw new LedgerError('storage', `cannot write ${path}: ${messageOf(error)}`, {
      hint: 'check who owns it and that the disk is not full, or name another directory in DEPLOY_LEDGER_KEY_DIR',
      cause: error,
    });
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
