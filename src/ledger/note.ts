import { LedgerError } from '../domain/errors.ts';
import { decodeBase64, encodeBase64 } from './base64.ts';
import { isKeyName, type NoteKey } from './note-key.ts';
import type { NoteSigner } from './note-signer.ts';
import type { NoteVerifier } from './note-verifier.ts';

/** Limits against notes made to keep a verifier busy: UTF-16 code units of a note, and its signature lines. */
const maxNoteLength = 1_000_000;
const maxSignatures = 100;

const idLength = 4;

export interface NoteSignature extends NoteKey {
  readonly signature: Uint8Array;
}

/** A note whose text at least one trusted key has signed. */
export interface OpenedNote {
  /** What was signed, with its last newline. */
  readonly text: string;
  /** The signatures of trusted keys, all of them good, one a key. */
  readonly verified: readonly NoteSignature[];
  /** The signatures of other keys: they say nothing. */
  readonly unknown: readonly NoteSignature[];
}

/**
 * Signs a text (C2SP signed-note).
 * @throws LedgerError `invalid` unless the text ends in a newline and has no other control characters.
 */
export function signNote(text: string, signers: readonly NoteSigner[]): string {
  if (!text.endsWith('\n')) throw new LedgerError('invalid', "a note's text must end in a newline");
  requireNoteText(text);
  const message = Buffer.from(text);
  const lines = signers.map((signer) => {
    const signature = Buffer.concat([Buffer.from(signer.id, 'hex'), signer.sign(message)]);
    return `— ${signer.name} ${encodeBase64(signature)}\n`;
  });
  return `${text}\n${lines.join('')}`;
}

/**
 * Returns the text of a signed note, but only when a trusted key has signed it and no trusted key's signature is bad.
 * @throws LedgerError `invalid` for what is no note, `unverified` for one that is not signed so.
 */
export function openNote(note: string, trusted: readonly NoteVerifier[]): OpenedNote {
  const { text, signatures } = splitNote(note);
  const message = Buffer.from(text);
  const verified = new Map<NoteVerifier, NoteSignature>();
  const unknown: NoteSignature[] = [];
  for (const signature of signatures) {
    const verifier = trusted.find(({ name, id }) => name === signature.name && id === signature.id);
    if (verifier === undefined) unknown.push(signature);
    else if (verifier.verify(message, signature.signature)) verified.set(verifier, signature);
    else throw forged(signature);
  }
  if (verified.size === 0) throw unsigned(unknown, trusted);
  return { text, verified: [...verified.values()], unknown };
}

function splitNote(note: string): { text: string; signatures: NoteSignature[] } {
  requireNoteText(note);
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) throw malformed('a text, an empty line and lines of signatures were expected');
  const lines = note.slice(end + 2, -1).split('\n');
  if (lines.length > maxSignatures) throw malformed(`it has ${lines.length} signatures, more than ${maxSignatures}`);
  return { text: note.slice(0, end + 1), signatures: lines.map(parseSignature) };
}

function parseSignature(line: string): NoteSignature {
  const [dash, name = '', base64 = '', ...rest] = line.split(' ');
  if (dash !== '—' || !isKeyName(name) || rest.length > 0) throw malformed('a signature is “— name base64”');
  const bytes = decodeBase64(base64, `the signature of ${name}`);
  if (bytes.length <= idLength) throw malformed(`the signature of ${name} is empty`);
  return { name, id: bytes.toString('hex', 0, idLength), signature: bytes.subarray(idLength) };
}

function requireNoteText(text: string): void {
  if (text.length > maxNoteLength) throw malformed(`it is longer than ${maxNoteLength} characters`);
  if (!text.isWellFormed()) throw malformed('it is not Unicode text');
  for (const character of text) {
    if (character < ' ' && character !== '\n') throw malformed('it holds a control character other than the newline');
  }
}

function malformed(why: string): LedgerError {
  return new LedgerError('invalid', `not a signed note: ${why}`);
}

function forged({ name, id }: NoteKey): LedgerError {
  return new LedgerError('unverified', `the signature of ${name}+${id} is not of this text`, {
    hint: 'the note was changed after it was signed',
  });
}

function unsigned(signers: readonly NoteKey[], trusted: readonly NoteKey[]): LedgerError {
  const list = (keys: readonly NoteKey[]) => keys.map(({ name, id }) => `${name}+${id}`).join(', ') || 'nobody';
  return new LedgerError('unverified', `the note is signed by ${list(signers)} and not by ${list(trusted)}`, {
    hint: 'give the verifier key of a log or witness that you trust',
  });
}
