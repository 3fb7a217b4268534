import { sign } from 'node:crypto';
import { LedgerError } from '../domain/errors.ts';
import { ed25519KeyLength, privateKeyFromSeed, publicKeyBytes } from './ed25519.ts';
import { formatNoteKey, malformedKey, type NoteKey, noteKeyId, parseNoteKey, requireKeyName } from './note-key.ts';

/** A key that signs notes. */
export interface NoteSigner extends NoteKey {
  /** The public text with which anyone can verify: `name+id+base64`. */
  readonly verifierKey: string;
  sign(message: Uint8Array): Uint8Array;
}

const mark = 'PRIVATE+KEY+';

/**
 * Makes the Ed25519 signer of `name` from 32 random bytes, which are to be kept secret.
 * @throws LedgerError `invalid` for a name or a seed that no key has.
 */
export function noteSigner(name: string, seed: Uint8Array): NoteSigner {
  requireKeyName(name);
  if (seed.length !== ed25519KeyLength) {
    throw new LedgerError('invalid', `a seed of ${seed.length} bytes; Ed25519 takes ${ed25519KeyLength}`);
  }
  const privateKey = privateKeyFromSeed(seed);
  const publicKey = publicKeyBytes(privateKey);
  const id = noteKeyId(name, publicKey);
  return {
    name,
    id,
    verifierKey: formatNoteKey({ name, id }, publicKey),
    sign: (message) => sign(null, message, privateKey),
  };
}

/** Writes the secret text of a signer, `PRIVATE+KEY+name+id+base64`, as Go's sumdb/note has it. */
export function formatSignerKey(name: string, seed: Uint8Array): string {
  return mark + formatNoteKey(noteSigner(name, seed), seed);
}

/**
 * Reads the secret text of a signer.
 * @throws LedgerError `invalid` when it is something else; the message never quotes it.
 */
export function parseSignerKey(text: string): NoteSigner {
  if (!text.startsWith(mark)) throw malformedKey(`a signer's secret starts with ${mark}`);
  const { name, id, key } = parseNoteKey(text.slice(mark.length));
  const signer = noteSigner(name, key);
  if (signer.id !== id) throw malformedKey(`${id} is not its id`);
  return signer;
}
