import { LedgerError } from '../domain/errors.ts';
import { decodeBase64, encodeBase64 } from './base64.ts';
import { type OpenedCheckpoint, openCheckpoint } from './checkpoint.ts';
import { type Hash, hashLength } from './hashing.ts';
import { verifyInclusion } from './inclusion-proof.ts';
import type { NoteVerifier } from './note-verifier.ts';
import { requireSize } from './tree-shape.ts';

/** A proof that a log holds a leaf, complete in itself (C2SP tlog-proof). */
export interface TlogProof {
  readonly index: number;
  /** The inclusion proof in the checkpoint's tree, from the leaf's sibling up. */
  readonly hashes: readonly Hash[];
  /** The signed checkpoint, word for word. */
  readonly checkpoint: string;
  /** Anything the application wants beside it. Nothing vouches for it. */
  readonly extra?: Uint8Array | undefined;
}

const header = 'c2sp.org/tlog-proof@v1';

/** Writes a proof as the text of a `.tlog-proof` file. */
export function formatTlogProof({ index, hashes, checkpoint, extra }: TlogProof): string {
  const lines = [header, ...(extra === undefined ? [] : [`extra ${encodeBase64(extra)}`]), `index ${index}`];
  return [...lines, ...hashes.map(encodeBase64), '', checkpoint].join('\n');
}

/**
 * Reads the text of a `.tlog-proof` file, strictly. It proves nothing until it is verified.
 * @throws LedgerError `invalid` when it is something else.
 */
export function parseTlogProof(text: string): TlogProof {
  const end = text.indexOf('\n\n');
  if (end < 0) throw malformed('an empty line before the checkpoint was expected');
  const [first, ...lines] = text.slice(0, end).split('\n');
  if (first !== header) throw malformed(`it does not start with ${header}`);
  const extra = lines[0]?.startsWith('extra ') ? lines.shift() : undefined;
  const [indexLine = '', ...hashes] = lines;
  return {
    index: parseIndex(indexLine),
    hashes: hashes.map(parseHash),
    checkpoint: text.slice(end + 2),
    ...(extra === undefined ? {} : { extra: decodeBase64(extra.slice('extra '.length), 'the extra data') }),
  };
}

function parseIndex(line: string): number {
  const [, digits] = /^index (0|[1-9]\d*)$/.exec(line) ?? [];
  if (digits === undefined) throw malformed('the line “index N” was expected');
  const index = Number(digits);
  requireSize(index, 'index');
  return index;
}

function parseHash(line: string): Hash {
  const hash = decodeBase64(line, 'a hash of the proof');
  if (hash.length !== hashLength) throw malformed(`a hash of ${hash.length} bytes instead of ${hashLength}`);
  return hash;
}

/**
 * Checks that a log whose key is trusted holds the leaf at the proof's index, and returns that log's checkpoint.
 * `leaf` is to be computed from what the log is said to hold, never taken from the proof.
 * @throws LedgerError `unverified` when the checkpoint or the inclusion proof does not hold, `invalid` when malformed.
 */
export function verifyTlogProof(proof: TlogProof, leaf: Hash, trusted: readonly NoteVerifier[]): OpenedCheckpoint {
  const opened = openCheckpoint(proof.checkpoint, trusted);
  verifyInclusion(proof.index, leaf, opened.checkpoint, proof.hashes);
  return opened;
}

function malformed(why: string): LedgerError {
  return new LedgerError('invalid', `not a tlog-proof: ${why}`);
}
