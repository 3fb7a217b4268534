import { LedgerError } from '../domain/errors.ts';
import { emptyRoot, type Hash, hashLength, nodeHash, requireHash } from './hashing.ts';
import { perfectSubtrees, requireSize } from './tree-shape.ts';

/** Hears of each perfect subtree that an append completes, from the leaf itself (level 0) up. */
export type SubtreeListener = (level: number, index: number, hash: Hash) => void;

/**
 * The right edge of a growing log: the roots of the perfect subtrees that cover it, largest first, one for each 1 bit of
 * its size. It is all that an append or the root needs, whatever the log's size: at most 53 hashes.
 */
export class CompactRange {
  #size: number;
  readonly #hashes: Hash[];

  /**
   * The right edge of a log of `size` leaves; of an empty log by default.
   * @throws LedgerError `invalid` when `hashes` are not as many as a log of that size has.
   */
  constructor(size = 0, hashes: readonly Hash[] = []) {
    requireSize(size, 'size');
    const count = perfectSubtrees(0, size).length;
    if (hashes.length !== count) {
      const message = `a compact range of ${hashes.length} hashes for a log of ${size}; it has ${count}`;
      throw new LedgerError('invalid', message, { field: 'range' });
    }
    this.#size = size;
    this.#hashes = [...hashes];
  }

  get size(): number {
    return this.#size;
  }

  /** Appends a leaf's hash; over many appends this costs less than one interior hash each. */
  append(leaf: Hash, completed?: SubtreeListener): void {
    requireHash(leaf);
    let level = 0;
    let index = this.#size;
    let node = leaf;
    completed?.(level, index, node);
    while (index % 2 === 1) {
      node = nodeHash(this.#takeLast(), node);
      level += 1;
      index = (index - 1) / 2;
      completed?.(level, index, node);
    }
    this.#hashes.push(node);
    this.#size += 1;
  }

  /** The root of the log (RFC 6962 §2.1). */
  root(): Hash {
    return foldSubtrees(this.#hashes);
  }

  /** The hashes one after the other, 32 bytes each. The size is to be kept beside them. */
  toBytes(): Buffer {
    return Buffer.concat(this.#hashes);
  }

  /**
   * Reads back what `toBytes` wrote for a log of `size` leaves.
   * @throws LedgerError `invalid` when the bytes cannot be the right edge of a log of that size.
   */
  static fromBytes(size: number, bytes: Uint8Array): CompactRange {
    return new CompactRange(size, sliceHashes(bytes));
  }

  #takeLast(): Hash {
    const last = this.#hashes.pop();
    if (last === undefined) throw new LedgerError('internal', `the compact range of ${this.#size} leaves ran out`);
    return last;
  }
}

/** The hash over neighbouring perfect subtrees, largest first; the empty root when there are none. */
export function foldSubtrees(hashes: readonly Hash[]): Hash {
  return hashes.length === 0 ? emptyRoot : hashes.reduceRight((right, left) => nodeHash(left, right));
}

/**
 * Cuts bytes into hashes of 32 bytes, on a copy of their own.
 * @throws LedgerError `invalid` when the last one is not whole.
 */
export function sliceHashes(bytes: Uint8Array): Hash[] {
  if (bytes.length % hashLength !== 0) {
    throw new LedgerError('invalid', `${bytes.length} bytes are not whole hashes of ${hashLength}`);
  }
  const copy = Buffer.from(bytes);
  return Array.from({ length: bytes.length / hashLength }, (_, i) =>
    copy.subarray(i * hashLength, (i + 1) * hashLength),
  );
}
