import { verify } from 'node:crypto';
import { publicKeyFromBytes } from './ed25519.ts';
import { malformedKey, type NoteKey, noteKeyId, parseNoteKey } from './note-key.ts';

/** A key that checks signatures of notes. */
export interface NoteVerifier extends NoteKey {
  verify(message: Uint8Array, signature: Uint8Array): boolean;
}

/**
 * Reads a verifier key, `name+id+base64` (C2SP signed-note). Only Ed25519 is known.
 * @throws LedgerError `invalid` when it is something else, or the id is not that of the name and the key.
 */
export function parseVerifierKey(text: string): NoteVerifier {
  const { name, id, key } = parseNoteKey(text);
  if (noteKeyId(name, key) !== id) throw malformedKey(`${id} is not its id`);
  const publicKey = publicKeyFromBytes(key);
  return { name, id, verify: (message, signature) => verify(null, message, publicKey, signature) };
}
