/** Crockford's base 32 in lower case: no letter that a person can take for a digit. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** Draws that many random bytes. */
export type RandomBytes = (size: number) => Uint8Array;

/**
 * An id such as `deploy-1705339200-4f9k2mq7xr`: the second in which it was drawn, so that neighbours in time are neighbours
 * in an index, and 50 random bits.
 */
export function newId(prefix: string, nowMs: number, random: RandomBytes): string {
  return `${prefix}-${Math.floor(nowMs / 1000)}-${base32(random(10))}`;
}

/** An opaque reference to a person, 80 random bits that say nothing about them. */
export function newActor(random: RandomBytes): string {
  return `actor-${base32(random(16))}`;
}

/** Writes five bits of each byte as one character. */
function base32(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += alphabet[byte & 31];

  return text;
}
