import { LedgerError } from '../domain/errors.ts';

/** Writes bytes in the standard base64 alphabet with padding (RFC 4648 §4), as every C2SP format does. */
export function encodeBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64');
}

/**
 * Reads base64 as `encodeBase64` writes it, and no other spelling: no white space, no missing padding, no loose bits.
 * @throws LedgerError `invalid` otherwise, naming `what` it should have been.
 */
export function decodeBase64(text: string, what: string): Buffer {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') === text) return bytes;
  throw new LedgerError('invalid', `${what} is not standard base64: ${JSON.stringify(text.slice(0, 60))}`);
}
