import { LedgerError } from '../domain/errors.ts';
import { decodeBase64, encodeBase64 } from './base64.ts';
import { hashLength, requireHash } from './hashing.ts';
import { type OpenedNote, openNote, signNote } from './note.ts';
import type { NoteSigner } from './note-signer.ts';
import type { NoteVerifier } from './note-verifier.ts';
import { requireSize, type TreeHead } from './tree-shape.ts';

/** What a log signs of itself (C2SP tlog-checkpoint). */
export interface Checkpoint extends TreeHead {
  /** The log's name. */
  readonly origin: string;
  /** Lines after the root that this program gives no meaning; usually none. */
  readonly extensions: readonly string[];
}

/**
 * Writes the text of a checkpoint: origin, size, root in base64, extensions, one a line.
 * @throws LedgerError `invalid` for lines that are empty or more than one, or a size or root of a wrong form.
 */
export function formatCheckpoint({ origin, size, root, extensions }: Checkpoint): string {
  requireSize(size, 'size');
  requireHash(root);
  if ([origin, ...extensions].some((line) => line === '' || line.includes('\n'))) {
    throw new LedgerError('invalid', 'the origin and each extension of a checkpoint are one line that is not empty');
  }
  return [origin, size, encodeBase64(root), ...extensions, ''].join('\n');
}

/**
 * Reads the text of a checkpoint, strictly.
 * @throws LedgerError `invalid` when it is something else, or its size is beyond 2^53 − 1.
 */
export function parseCheckpoint(text: string): Checkpoint {
  const lines = text.split('\n');
  const [origin = '', size = '', base64 = '', ...extensions] = lines.slice(0, -1);
  if (lines.at(-1) !== '' || lines.length < 4 || [origin, ...extensions].includes('')) {
    throw malformed('lines with its origin, size and root were expected, none of them empty');
  }
  if (!/^(0|[1-9]\d*)$/.test(size)) throw malformed(`${JSON.stringify(size)} is not a size`);
  requireSize(Number(size), 'size');
  const root = decodeBase64(base64, "the checkpoint's root");
  if (root.length !== hashLength) throw malformed(`its root has ${root.length} bytes instead of ${hashLength}`);
  return { origin, size: Number(size), root, extensions };
}

/**
 * Signs a checkpoint in the name of its log.
 * @throws LedgerError `invalid` when the signer's name is not the checkpoint's origin.
 */
export function signCheckpoint(checkpoint: Checkpoint, signer: NoteSigner): string {
  if (signer.name !== checkpoint.origin) {
    throw new LedgerError('invalid', `the key of ${signer.name} cannot sign for the log ${checkpoint.origin}`);
  }
  return signNote(formatCheckpoint(checkpoint), [signer]);
}

/** A checkpoint that its log has signed, and the note it came in. */
export interface OpenedCheckpoint {
  readonly checkpoint: Checkpoint;
  readonly note: OpenedNote;
}

/**
 * Opens a signed checkpoint. One of the trusted keys must bear the log's own name: a checkpoint that only others signed
 * (a witness, another log) is not the log's word.
 * @throws LedgerError `invalid` for what is no checkpoint, `unverified` for one that its log has not signed.
 */
export function openCheckpoint(signed: string, trusted: readonly NoteVerifier[]): OpenedCheckpoint {
  const note = openNote(signed, trusted);
  const checkpoint = parseCheckpoint(note.text);
  if (note.verified.some(({ name }) => name === checkpoint.origin)) return { checkpoint, note };
  throw new LedgerError('unverified', `the checkpoint of ${checkpoint.origin} is not signed by ${checkpoint.origin}`, {
    hint: 'give the verifier key of that log',
  });
}

function malformed(why: string): LedgerError {
  return new LedgerError('invalid', `not a checkpoint: ${why}`);
}
