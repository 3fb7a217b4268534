import type { Hash } from './hashing.ts';
import type { Tile } from './tile.ts';

/** A fact as a log keeps it. */
export interface LogEntry {
  readonly index: number;
  readonly bytes: Uint8Array;
  /** The leaf hash, where one is kept beside the bytes. */
  readonly leafHash?: Hash | undefined;
}

/** A tile as a log keeps it. */
export interface TileContents {
  /** 32 bytes for each hash. */
  readonly hashes: Uint8Array;
  /** The root over a full tile, where one is kept beside the hashes. */
  readonly root?: Hash | undefined;
}

/** Port: a log to be verified, such as a live store or an exported directory. Nothing that it answers is trusted. */
export interface VerifiableLog {
  /**
   * Reads all facts in the order of their indexes.
   * Throws LedgerError `invalid` where what is stored cannot be read as facts.
   */
  entries(): AsyncIterable<LogEntry>;
  /** Reads one tile; undefined when it is missing. */
  tile(tile: Tile): Promise<TileContents | undefined>;
  /** Whether tiles that are not full are kept too, as C2SP tlog-tiles demands of a directory. */
  readonly keepsPartialTiles: boolean;
}
