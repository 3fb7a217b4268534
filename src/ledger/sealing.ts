import { hash } from 'node:crypto';
import type { Secret } from '../domain/facts/envelope.ts';
import type { Draft, Fact } from '../domain/facts/fact.ts';
import { canonicalize } from './canonical-json.ts';
import type { Opening } from './log-store.ts';

export const saltBytes = 32;

/** The canonical JSON of a sealed value: what its commitment covers and its opening holds. */
export function sealedText(secret: Pick<Secret, 'value'>): string {
  return canonicalize(secret.value);
}

/** SHA-256(salt ‖ path ‖ 0x00 ‖ JCS(value)) in base64url: what a fact keeps of a sealed value. */
export function commitment(salt: Uint8Array, path: string, value: string): string {
  return hash('sha256', Buffer.concat([salt, Buffer.from(`${path}\u0000${value}`)]), 'base64url');
}

/** Whether this opening is the one that the fact's commitment at its path was made from. */
export function opens(fact: Fact, opening: Opening): boolean {
  const place = at(fact, opening.path);
  return place?.['sealed'] === commitment(opening.salt, opening.path, opening.value);
}

/**
 * Puts the commitments of a draft's secrets into its fact, in place, and gives back what opens them.
 * @param salts at least 32 random bytes a secret, never used before
 * @param actorOf the opaque reference of a person
 */
export function seal(draft: Draft, index: number, salts: Uint8Array, actorOf: (name: string) => string): Opening[] {
  return draft.secrets.map((secret, i) => {
    const salt = salts.subarray(i * saltBytes, (i + 1) * saltBytes);
    const value = sealedText(secret);
    const place = at(draft.fact, secret.path);
    if (place === undefined) throw new TypeError(`the draft has no place for ${secret.path}`);
    if (secret.person) place['actor'] = actorOf(String(secret.value));
    place['sealed'] = commitment(salt, secret.path, value);
    return { index, path: secret.path, salt, value };
  });
}

/** The reference of the person who is sealed at an RFC 6901 pointer; undefined where no person is. */
export function actorAt(fact: Fact, path: string): string | undefined {
  const actor = at(fact, path)?.['actor'];
  return typeof actor === 'string' ? actor : undefined;
}

/** Pointers to all sealed values of a fact, in the order of its keys. */
export function sealedPaths(fact: Fact): string[] {
  const paths: string[] = [];
  walk(fact.data, '/data', paths);
  return paths;
}

function walk(value: unknown, path: string, paths: string[]): void {
  if (typeof value !== 'object' || value === null) return;
  if ('sealed' in value && typeof value.sealed === 'string') {
    paths.push(path);
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    walk(inner, `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, paths);
  }
}

/** The object at an RFC 6901 pointer. */
function at(fact: Fact, path: string): Record<string, unknown> | undefined {
  let place: unknown = fact;
  for (const token of path.split('/').slice(1)) {
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof place !== 'object' || place === null || !Object.hasOwn(place, key)) return undefined;
    place = (place as Record<string, unknown>)[key];
  }
  return typeof place === 'object' && place !== null ? (place as Record<string, unknown>) : undefined;
}
