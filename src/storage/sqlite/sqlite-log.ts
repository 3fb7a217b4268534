import type { Actor, LogReader, Opening, StoredCheckpoint, StoredFact, StoredTile } from '../../ledger/log-store.ts';
import type { Connection } from './connection.ts';
import { readActors, readActorsAfter, readActorsNamed } from './log/actors.ts';
import { readCheckpointsAfter, readLatestCheckpoint } from './log/checkpoints.ts';
import {
  countRecordedBy,
  readFact,
  readFacts,
  readFactsOf,
  readLeafHashes,
  readLeafHashesOf,
  readSubjectsOf,
} from './log/facts.ts';
import { readHead } from './log/head.ts';
import { readOpeningsAfter, readOpeningsOf } from './log/openings.ts';
import { readTile, readTileRoots, readTilesAfter } from './log/tiles.ts';
import { pages } from './pages.ts';

/** Runs a query on a connection, as soon as it may. */
export type Read = <Result>(query: (connection: Connection) => Result) => Promise<Result>;

/** The log of the ledger. */
export class SqliteLog implements LogReader {
  protected readonly read: Read;

  constructor(read: Read) {
    this.read = read;
  }

  head() {
    return this.read(readHead);
  }

  fact(index: number) {
    return this.read((connection) => readFact(connection, index));
  }

  facts(from: number, to: number) {
    return pages<StoredFact>((last) => {
      const next = last === undefined ? from : last.index + 1;
      return this.read((connection) => readFacts(connection, next, to));
    });
  }

  factsOf(subjects: readonly string[]) {
    return this.read((connection) => readFactsOf(connection, subjects));
  }

  leafHashes(from: number, to: number) {
    return this.read((connection) => readLeafHashes(connection, from, to));
  }

  leafHashesOf(indexes: readonly number[]) {
    return this.read((connection) => readLeafHashesOf(connection, indexes));
  }

  subjectsOf(indexes: readonly number[]) {
    return this.read((connection) => readSubjectsOf(connection, indexes));
  }

  tile(level: number, n: number) {
    return this.read((connection) => readTile(connection, level, n));
  }

  tileRoots(level: number, from: number, to: number) {
    return this.read((connection) => readTileRoots(connection, level, from, to));
  }

  tiles() {
    return pages<StoredTile>((last) => this.read((connection) => readTilesAfter(connection, last)));
  }

  latestCheckpoint() {
    return this.read(readLatestCheckpoint);
  }

  checkpoints() {
    return pages<StoredCheckpoint>((last) => this.read((connection) => readCheckpointsAfter(connection, last)));
  }

  sizeKnownAt(ms: number) {
    return this.read((connection) => countRecordedBy(connection, ms));
  }

  openings(from: number, to: number) {
    return pages<Opening>((last) => this.read((connection) => readOpeningsAfter(connection, last, from, to)));
  }

  openingsOf(indexes: readonly number[]) {
    return this.read((connection) => readOpeningsOf(connection, indexes));
  }

  actorsNamed(names: readonly string[]) {
    return this.read((connection) => readActorsNamed(connection, names));
  }

  actors(refs: readonly string[]) {
    return this.read((connection) => readActors(connection, refs));
  }

  allActors() {
    return pages<Actor>((last) => this.read((connection) => readActorsAfter(connection, last)));
  }
}
