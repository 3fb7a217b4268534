/** Hashes in a full tile, and facts in a full entry bundle (C2SP tlog-tiles). */
export const tileWidth = 256;

/** Which tile of the log's tree, and how much of it there is. */
export interface Tile {
  /** At level 0 its hashes are leaf hashes; above, each is the root of a full tile of the level below. */
  readonly level: number;
  /** Its place in the level: its hashes are those from n·256 on. */
  readonly n: number;
  /** How many hashes it has, 1 to 256. At 256 it is full and never changes again. */
  readonly width: number;
}

/** The tiles that become full when the log grows from `from` to `to` leaves, lowest level first. */
export function* fullTiles(from: number, to: number): Generator<Tile> {
  let leaves = tileWidth;
  for (let level = 0; leaves <= to; level++) {
    const end = Math.floor(to / leaves);
    for (let n = Math.floor(from / leaves); n < end; n++) yield { level, n, width: tileWidth };
    leaves *= tileWidth;
  }
}

/** The tiles that are not full in a log of `size` leaves: at most one a level, none of them empty. */
export function* partialTiles(size: number): Generator<Tile> {
  let hashes = size;
  for (let level = 0; hashes > 0; level++) {
    const width = hashes % tileWidth;
    hashes = Math.floor(hashes / tileWidth);
    if (width > 0) yield { level, n: hashes, width };
  }
}
