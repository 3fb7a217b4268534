import { createHash } from 'node:crypto';

/**
 * RFC 6962 §2.1 word for word: recursive, slow, and sharing no code with what it checks. Hashes are of the log whose
 * leaf i is the decimal text of i.
 */
export function leafBytes(index: number): Buffer {
  return Buffer.from(String(index));
}

const known = new Map<string, Buffer>();

/** MTH(D[from:to]). */
export function treeHash(from: number, to: number): Buffer {
  const key = `${from}:${to}`;
  const hash = known.get(key) ?? computeTreeHash(from, to);
  known.set(key, hash);
  return hash;
}

function computeTreeHash(from: number, to: number): Buffer {
  if (to === from) return createHash('sha256').digest();
  if (to - from === 1) return createHash('sha256').update('\x00').update(leafBytes(from)).digest();
  const k = from + split(to - from);
  return createHash('sha256').update('\x01').update(treeHash(from, k)).update(treeHash(k, to)).digest();
}

/** PATH(m, D[from:to]), with m counted from the log's start. */
export function path(m: number, from: number, to: number): Buffer[] {
  if (to - from === 1) return [];
  const k = from + split(to - from);
  return m < k ? [...path(m, from, k), treeHash(k, to)] : [...path(m, k, to), treeHash(from, k)];
}

/** PROOF(m, D[0:n]). */
export function proof(m: number, n: number): Buffer[] {
  return subproof(m, 0, n, true);
}

function subproof(m: number, from: number, to: number, isWhole: boolean): Buffer[] {
  if (m === to) return isWhole ? [] : [treeHash(from, to)];
  const k = from + split(to - from);
  return m <= k
    ? [...subproof(m, from, k, isWhole), treeHash(k, to)]
    : [...subproof(m, k, to, false), treeHash(from, k)];
}

function split(n: number): number {
  return 2 ** (Math.ceil(Math.log2(n)) - 1);
}

/** The hash of a perfect subtree in the log of any size whose leaf hashes are all the same: it depends on its level. */
export function uniformHash(level: number): Buffer {
  let hash = Buffer.alloc(32, 9);
  for (let i = 0; i < level; i++) hash = createHash('sha256').update('\x01').update(hash).update(hash).digest();
  return hash;
}

/** A copy that differs in one bit. */
export function flipBit(bytes: Uint8Array, bit: number): Buffer {
  const copy = Buffer.from(bytes);
  const at = Math.floor(bit / 8) % copy.length;
  copy[at] = (copy[at] ?? 0) ^ (1 << (bit % 8));
  return copy;
}
