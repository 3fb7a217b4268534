import { hashLength, hex, sameHash } from './hashing.ts';
import { tileWidth } from './tile.ts';
import type { ComputedTile } from './tile-blocks.ts';
import { tilePath } from './tile-path.ts';
import type { TileContents } from './verifiable-log.ts';

/** Something in a log that does not follow from its facts. */
export interface LogFailure {
  /** The first fact that may be affected. */
  readonly index: number;
  /** Where it was found: `facts`, the path of a tile, or the name of a head. */
  readonly where: string;
  readonly why: string;
}

/** Compares a tile as stored with the one that the facts give: undefined when they agree. */
export function compareTile(computed: ComputedTile, stored: TileContents | undefined): LogFailure | undefined {
  const failure = (offset: number, why: string): LogFailure => ({
    index: (computed.n * tileWidth + offset) * tileWidth ** computed.level,
    where: tilePath(computed),
    why,
  });
  if (stored === undefined) return failure(0, 'the tile is missing');
  const { hashes, root } = stored;
  if (hashes.length !== computed.hashes.length) {
    return failure(0, `the tile has ${hashes.length} bytes instead of ${computed.hashes.length}`);
  }
  const offset = firstDifference(hashes, computed.hashes);
  if (offset !== undefined) return failure(offset, `hash ${offset} of the tile is not what the facts give`);
  if (root === undefined || computed.root === undefined || sameHash(root, computed.root)) return undefined;
  return failure(0, `the stored root of the tile is ${hex(root)}; its hashes give ${hex(computed.root)}`);
}

function firstDifference(a: Uint8Array, b: Uint8Array): number | undefined {
  if (sameHash(a, b)) return undefined;
  return Math.floor(a.findIndex((byte, i) => byte !== b[i]) / hashLength);
}
