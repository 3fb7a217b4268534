import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

/** Length of an Ed25519 seed and of a public key, in bytes (RFC 8032 §5.1.5). */
export const ed25519KeyLength = 32;

// What stands before the 32 bytes in the DER encodings that node:crypto reads (RFC 8410 §7 and §4).
const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/** Makes a private key of a 32-byte seed. */
export function privateKeyFromSeed(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([privatePrefix, seed]), format: 'der', type: 'pkcs8' });
}

/** Makes a public key of its 32 bytes. */
export function publicKeyFromBytes(bytes: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([publicPrefix, bytes]), format: 'der', type: 'spki' });
}

/** The 32 bytes of the public key that belongs to a private one. */
export function publicKeyBytes(privateKey: KeyObject): Buffer {
  return createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(publicPrefix.length);
}
