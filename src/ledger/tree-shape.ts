import { LedgerError } from '../domain/errors.ts';
import type { Hash } from './hashing.ts';

/** A perfect subtree of the log: the 2^level leaves from index·2^level on. A leaf is one of level 0. */
export interface TreeNode {
  readonly level: number;
  readonly index: number;
}

/** What a log states of itself: its number of leaves and the root over them. */
export interface TreeHead {
  readonly size: number;
  readonly root: Hash;
}

// Sizes and indexes reach 2^53 − 1, so this code doubles and halves: JavaScript's shifts would cut them to 32 bits.

/** Where RFC 6962 §2.1 splits `size` ≥ 2 leaves: the largest power of two below `size`. */
export function splitPoint(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

/**
 * Cuts the leaves [from, to) into the fewest perfect subtrees, left to right, largest first.
 * `from` must be a multiple of the largest, as it is wherever RFC 6962 asks for the hash of such a span.
 */
export function perfectSubtrees(from: number, to: number): TreeNode[] {
  const nodes: TreeNode[] = [];
  let start = from;
  while (start < to) {
    let level = 0;
    let width = 1;
    while (width * 2 <= to - start) {
      level += 1;
      width *= 2;
    }
    nodes.push({ level, index: start / width });
    start += width;
  }
  return nodes;
}

/**
 * On which side the siblings lie on the way from a node up to the root, when `last` is the rightmost node of its level.
 * A node without a sibling is its own parent and is passed over. This is the walk of RFC 9162 §2.1.3.2 and §2.1.4.2.
 */
export function siblingSides(index: number, last: number): ('left' | 'right')[] {
  const sides: ('left' | 'right')[] = [];
  let [node, rightmost] = [index, last];
  while (rightmost > 0) {
    if (node % 2 === 1) sides.push('left');
    else if (node < rightmost) sides.push('right');
    [node, rightmost] = [Math.floor(node / 2), Math.floor(rightmost / 2)];
  }
  return sides;
}

/** @throws LedgerError `invalid` unless `value` is a whole number in [0, 2^53 − 1]. */
export function requireSize(value: number, name: string): void {
  if (Number.isSafeInteger(value) && value >= 0) return;
  throw new LedgerError('invalid', `${name} ${value} is not a whole number from 0 to 2^53 - 1`, { field: name });
}
