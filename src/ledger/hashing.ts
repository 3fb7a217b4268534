import { hash } from 'node:crypto';
import { LedgerError } from '../domain/errors.ts';

/** A SHA-256 digest, exactly 32 bytes. */
export type Hash = Uint8Array;

export const hashLength = 32;

/** The SHA-256 of `bytes`. */
export function sha256(bytes: Uint8Array): Buffer {
  // Taking the digest as a binary string is twice as fast as taking a Buffer: it saves an ArrayBuffer of its own.
  return Buffer.from(hash('sha256', bytes, 'binary'), 'binary');
}

/** The root of a tree without leaves: SHA-256 of nothing (RFC 6962 §2.1). */
export const emptyRoot: Hash = sha256(new Uint8Array());

/** The hash of a leaf's bytes: SHA-256(0x00 ‖ bytes) (RFC 6962 §2.1). */
export function leafHash(bytes: Uint8Array): Buffer {
  const input = Buffer.allocUnsafe(1 + bytes.length);
  input[0] = 0x00;
  input.set(bytes, 1);
  return sha256(input);
}

const nodeInput = Buffer.alloc(1 + 2 * hashLength, 0x01);

/**
 * The hash of an interior node: SHA-256(0x01 ‖ left ‖ right) (RFC 6962 §2.1).
 * @throws LedgerError `invalid` unless both are 32 bytes; shorter ones would let bytes of an earlier call into the hash.
 */
export function nodeHash(left: Hash, right: Hash): Buffer {
  requireHash(left);
  requireHash(right);
  nodeInput.set(left, 1);
  nodeInput.set(right, 1 + hashLength);
  return sha256(nodeInput);
}

/** Whether two hashes are the same bytes. */
export function sameHash(a: Hash, b: Hash): boolean {
  return Buffer.compare(a, b) === 0;
}

/** @throws LedgerError `invalid` unless `value` is 32 bytes long. */
export function requireHash(value: Uint8Array): void {
  if (value.length === hashLength) return;
  throw new LedgerError('invalid', `a hash of ${value.length} bytes; SHA-256 has ${hashLength}`);
}

/** Writes a hash as people read it: 64 hexadecimal digits. */
export function hex(value: Hash): string {
  return Buffer.from(value.buffer, value.byteOffset, value.length).toString('hex');
}
