import { LedgerError } from '../domain/errors.ts';
import { decodeBase64, encodeBase64 } from './base64.ts';
import { ed25519KeyLength } from './ed25519.ts';
import { sha256 } from './hashing.ts';

/** What names a key in a note: its name and its id, 8 hexadecimal digits (C2SP signed-note). */
export interface NoteKey {
  readonly name: string;
  readonly id: string;
}

/** The signature type byte of plain Ed25519 (C2SP signed-note). */
const ed25519 = 0x01;

/** Whether a key may have this name: not empty, without Unicode spaces, pluses and control characters. */
export function isKeyName(name: string): boolean {
  return name !== '' && !/[\p{White_Space}\p{Cc}\p{Surrogate}+]/u.test(name);
}

/** The id of an Ed25519 key: the first four bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key). */
export function noteKeyId(name: string, publicKey: Uint8Array): string {
  return sha256(Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(ed25519), publicKey])).toString('hex', 0, 4);
}

/** Writes `name+id+base64(0x01 ‖ key)`, where `key` is 32 bytes, public or secret. */
export function formatNoteKey({ name, id }: NoteKey, key: Uint8Array): string {
  return `${name}+${id}+${encodeBase64(Buffer.concat([Buffer.of(ed25519), key]))}`;
}

/**
 * Reads what `formatNoteKey` writes. Whether the id belongs to the key is for the caller to check.
 * @throws LedgerError `invalid` when it is something else; the message never quotes the key, which may be secret.
 */
export function parseNoteKey(text: string): NoteKey & { readonly key: Buffer } {
  // Split at the first two pluses only: base64 has its own.
  const [, name = '', id = '', base64 = ''] = /^([^+]*)\+([0-9a-f]{8})\+(.*)$/s.exec(text) ?? [];
  requireKeyName(name);
  const bytes = decodeKey(base64);
  if (bytes[0] !== ed25519) throw malformedKey('it is not of type Ed25519 (1)');
  if (bytes.length !== 1 + ed25519KeyLength)
    throw malformedKey(`it holds ${bytes.length - 1} bytes, not ${ed25519KeyLength}`);
  return { name, id, key: bytes.subarray(1) };
}

function decodeKey(base64: string): Buffer {
  try {
    return decodeBase64(base64, 'the key');
  } catch {
    // Without its cause, which quotes the text.
    throw malformedKey('its last part is not base64');
  }
}

/** @throws LedgerError `invalid` unless a key may have this name. */
export function requireKeyName(name: string): void {
  if (isKeyName(name)) return;
  throw new LedgerError(
    'invalid',
    `${JSON.stringify(name)} cannot name a key: it is empty or has a space, + or control character`,
  );
}

export function malformedKey(why: string): LedgerError {
  return new LedgerError('invalid', `not a key of a signed note: ${why}`, {
    hint: 'a verifier key looks like example.com/log+1a2b3c4d+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
  });
}
