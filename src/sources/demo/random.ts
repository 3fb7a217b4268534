import { createHash } from 'node:crypto';

export type NonEmpty<Item> = readonly [Item, ...Item[]];

/** Draws that depend on nothing but the seed and on how many came before. */
export interface Random {
  /** A number in [0, 1). */
  unit(): number;
  /** A number in [low, high). */
  between(low: number, high: number): number;
  /** A whole number from low to high, both included. */
  int(low: number, high: number): number;
  /** A number in [middle / factor, middle × factor), as likely below the middle as above it. */
  around(middle: number, factor: number): number;
  chance(probability: number): boolean;
  pick<Item>(items: NonEmpty<Item>): Item;
  hex(length: number): string;
  bytes(length: number): Uint8Array;
  /** Another source of draws, that the draws made from this one do not shift. */
  fork(name: string): Random;
}

/** The draws that belong to a seed. */
export function randomOf(seed: string): Random {
  const word = sfc32(createHash('sha256').update(seed).digest());
  const unit = () => word() / 2 ** 32;
  const between = (low: number, high: number) => low + unit() * (high - low);
  const int = (low: number, high: number) => Math.floor(between(low, high + 1));
  const bytes = (length: number) => Uint8Array.from({ length }, () => word() >>> 24);
  return {
    unit,
    between,
    int,
    around: (middle, factor) => middle * factor ** between(-1, 1),
    chance: (probability) => unit() < probability,
    pick: (items) => items[int(0, items.length - 1)] ?? items[0],
    hex: (length) =>
      Buffer.from(bytes(Math.ceil(length / 2)))
        .toString('hex')
        .slice(0, length),
    bytes,
    fork: (name) => randomOf(`${seed}/${name}`),
  };
}

/** The generator sfc32 of Chris Doty-Humphrey's PractRand: three words of chaos and a counter, 32 bits a draw. */
function sfc32(seed: Uint8Array): () => number {
  const words = new DataView(seed.buffer, seed.byteOffset);
  let a = words.getInt32(0);
  let b = words.getInt32(4);
  let c = words.getInt32(8);
  let counter = words.getInt32(12);
  return () => {
    const drawn = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + drawn) | 0;
    return drawn >>> 0;
  };
}
