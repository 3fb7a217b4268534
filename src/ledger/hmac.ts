import { sha256 } from './hashing.ts';

/** Authenticates a message under a key. */
export type Hmac = (message: string) => Buffer;

const blockLength = 64;

/**
 * HMAC-SHA-256 (RFC 2104) under a key of at most 64 bytes, for many messages: the pads are made once, and each message takes two one-shot
 * hashes. An Hmac object of node:crypto takes twice the time, and the garbage collector has to see to each one.
 * @throws RangeError for a longer key.
 */
export function hmacUnder(key: Uint8Array): Hmac {
  if (key.length > blockLength) throw new RangeError(`a key of ${key.length} bytes; at most ${blockLength} are used`);
  const [inner, outer] = [pad(key, 0x36), pad(key, 0x5c)];
  return (message) => sha256(Buffer.concat([outer, sha256(Buffer.concat([inner, Buffer.from(message)]))]));
}

function pad(key: Uint8Array, byte: number): Buffer {
  const block = Buffer.alloc(blockLength, byte);
  for (const [place, value] of key.entries()) block[place] = value ^ byte;
  return block;
}
