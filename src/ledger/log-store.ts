/** The last word of the log: how long it is and the right edge of its tree. */
export interface Head {
  /** Number of facts. */
  readonly size: number;
  /** The compact range of all leaves, serialised: 32 bytes for each perfect subtree, largest first. */
  readonly range: Uint8Array;
  /** `recordedAt` of the last fact in epoch milliseconds; 0 in an empty log. */
  readonly recordedMs: number;
}

export interface StoredFact {
  /** Place in the log, gapless from 0. */
  readonly index: number;
  /** The canonical bytes. Everything else about the fact can be computed from them. */
  readonly bytes: Uint8Array;
  /** SHA-256(0x00 ‖ bytes). */
  readonly leafHash: Uint8Array;
  readonly subject: string;
  readonly type: string;
  readonly recordedMs: number;
}

/** A full tile of 256 hashes, and the hash that stands for it one tile level above. */
export interface StoredTile {
  /** Tile level: its hashes are roots of 256^level leaves. */
  readonly level: number;
  /** Place in its level. */
  readonly n: number;
  /** 8,192 bytes. */
  readonly hashes: Uint8Array;
  readonly root: Uint8Array;
}

export interface StoredCheckpoint {
  readonly size: number;
  /** The signed note, as published. */
  readonly note: string;
}

/** What opens a sealed value: with `salt` and `value` the commitment in fact `index` at `path` can be computed. */
export interface Opening {
  readonly index: number;
  /** RFC 6901 pointer into the fact. */
  readonly path: string;
  readonly salt: Uint8Array;
  /** The value as canonical JSON. */
  readonly value: string;
}

export interface Actor {
  readonly actor: string;
  readonly name: string;
}

/** What was answered to a request that carried an idempotency key. */
export interface Answered {
  /** HMAC-SHA-256 of the key under the ledger's secret. */
  readonly key: Uint8Array;
  /** HMAC-SHA-256 of the request under the ledger's secret. */
  readonly request: Uint8Array;
  /** Index of the first fact that the request led to. */
  readonly index: number;
  /** Id of the entity that it was about. */
  readonly id: string;
}

/** What makes a ledger this ledger. */
export interface LedgerIdentity {
  /** The log's name in its checkpoints. */
  readonly origin: string;
  /** Verifier key in C2SP signed-note form. */
  readonly verifierKey: string;
  /** 32 random bytes under which idempotency keys are hashed. */
  readonly secret: Uint8Array;
}

/** Reads the log. Every answer is of one moment; none changes for an index that was once written. */
export interface LogReader {
  head(): Promise<Head>;
  fact(index: number): Promise<StoredFact | undefined>;
  /** Facts `from` ≤ index < `to` in order, in flat memory. */
  facts(from: number, to: number): AsyncIterable<StoredFact>;
  /** Facts of these subjects in log order. */
  factsOf(subjects: readonly string[]): Promise<StoredFact[]>;
  /** Leaf hashes `from` ≤ index < `to`, joined: 32 bytes each. */
  leafHashes(from: number, to: number): Promise<Uint8Array>;
  /** Leaf hashes of these facts, wherever they lie; a fact that is not there has no entry. One query, whatever their number. */
  leafHashesOf(indexes: readonly number[]): Promise<ReadonlyMap<number, Uint8Array>>;
  /** What these facts are about; a fact that is not there has no entry. One query, whatever their number. */
  subjectsOf(indexes: readonly number[]): Promise<ReadonlyMap<number, string>>;
  /** A full tile; undefined when it was not yet full at the last commit. */
  tile(level: number, n: number): Promise<StoredTile | undefined>;
  /** Roots of the full tiles `from` ≤ n < `to` of a level, joined: 32 bytes each. */
  tileRoots(level: number, from: number, to: number): Promise<Uint8Array>;
  /** All full tiles, by level and place, in flat memory. */
  tiles(): AsyncIterable<StoredTile>;
  latestCheckpoint(): Promise<StoredCheckpoint | undefined>;
  /** All checkpoints by size, in flat memory. */
  checkpoints(): AsyncIterable<StoredCheckpoint>;
  /** Number of facts with `recordedAt` ≤ `ms`: the ledger as it was known then. */
  sizeKnownAt(ms: number): Promise<number>;
  /** Openings of facts `from` ≤ index < `to`, by index and path, in flat memory. */
  openings(from: number, to: number): AsyncIterable<Opening>;
  /** Openings of these facts. */
  openingsOf(indexes: readonly number[]): Promise<Opening[]>;
  actorsNamed(names: readonly string[]): Promise<Actor[]>;
  actors(refs: readonly string[]): Promise<Actor[]>;
  /** Everybody, by reference, in flat memory. */
  allActors(): AsyncIterable<Actor>;
}

/** Everything that one commit adds to the log. */
export interface LogBatch {
  readonly facts: readonly StoredFact[];
  readonly openings: readonly Opening[];
  readonly actors: readonly Actor[];
  readonly answered: readonly Answered[];
  readonly tiles: readonly StoredTile[];
  readonly head: Head;
  readonly checkpoint?: StoredCheckpoint | undefined;
}

/**
 * The log inside a transaction that holds the head: nobody else appends until it ends. Reads see what it wrote.
 */
export interface LogTransaction extends LogReader {
  answered(keys: readonly Uint8Array[]): Promise<Answered[]>;
  append(batch: LogBatch): Promise<void>;
  saveCheckpoint(checkpoint: StoredCheckpoint): Promise<void>;
  /** Removes openings and actors for good: their bytes are overwritten. */
  erase(
    openings: readonly { readonly index: number; readonly path: string }[],
    actors: readonly string[],
  ): Promise<void>;
}
