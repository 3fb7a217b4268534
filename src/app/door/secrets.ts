import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { RandomBytes } from '../../domain/ids.ts';

const secretBytes = 32;
/** By the prefix people and secret scanners recognise a token, by the checksum they know it from a look-alike. */
const tokenForm = /^dl_([\w-]{43})([\w-]{6})$/;

/** A new token: `dl_`, 256 random bits and their CRC-32: 52 characters in all. */
export function newToken(random: RandomBytes): string {
  const body = newSecret(random);
  return `dl_${body}${checksum(body)}`;
}

/** Whether a text is a token that was copied whole and right; whether anybody gave it out is another question. */
export function isToken(text: string): boolean {
  const [, body = '', sum] = tokenForm.exec(text) ?? [];
  return sum === checksum(body);
}

/** 256 random bits in base64url. */
export function newSecret(random: RandomBytes): string {
  return Buffer.from(random(secretBytes)).toString('base64url');
}

/** What is kept of a secret, and what it is found by. A secret of 256 random bits needs no slow hash. */
export function secretHash(secret: string): Uint8Array {
  return createHash('sha256').update(secret).digest();
}

function checksum(body: string): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(body));
  return bytes.toString('base64url');
}
