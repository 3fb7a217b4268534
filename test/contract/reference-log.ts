import type { LogReader, StoredFact } from '../../src/ledger/log-store.ts';
import { sortedBy } from './ordering.ts';
import type { ReferenceState } from './reference-state.ts';

/** Reads the log of whatever state there is at the moment. */
export class ReferenceLog implements LogReader {
  protected readonly state: () => ReferenceState;

  constructor(state: () => ReferenceState) {
    this.state = state;
  }

  async head() {
    return this.state().head;
  }

  async fact(index: number) {
    return this.state().facts.find((fact) => fact.index === index);
  }

  async *facts(from: number, to: number) {
    yield* this.#factsBetween(from, to);
  }

  async factsOf(subjects: readonly string[]) {
    return this.state().facts.filter(({ subject }) => subjects.includes(subject));
  }

  async leafHashes(from: number, to: number) {
    return Uint8Array.from(Buffer.concat(this.#factsBetween(from, to).map(({ leafHash }) => leafHash)));
  }

  async leafHashesOf(indexes: readonly number[]) {
    const facts = this.state().facts.filter(({ index }) => indexes.includes(index));
    return new Map(facts.map(({ index, leafHash }) => [index, leafHash]));
  }

  async subjectsOf(indexes: readonly number[]) {
    const facts = this.state().facts.filter(({ index }) => indexes.includes(index));
    return new Map(facts.map(({ index, subject }) => [index, subject]));
  }

  async tile(level: number, n: number) {
    return this.state().tiles.find((tile) => tile.level === level && tile.n === n);
  }

  async tileRoots(level: number, from: number, to: number) {
    const tiles = this.state().tiles.filter((tile) => tile.level === level && tile.n >= from && tile.n < to);
    return Uint8Array.from(Buffer.concat(sortedBy(tiles, ({ n }) => [n]).map(({ root }) => root)));
  }

  async *tiles() {
    yield* sortedBy(this.state().tiles, ({ level, n }) => [level, n]);
  }

  async latestCheckpoint() {
    return sortedBy(this.state().checkpoints, ({ size }) => [size]).at(-1);
  }

  async *checkpoints() {
    yield* sortedBy(this.state().checkpoints, ({ size }) => [size]);
  }

  async sizeKnownAt(ms: number) {
    return this.state().facts.filter(({ recordedMs }) => recordedMs <= ms).length;
  }

  async *openings(from: number, to: number) {
    const openings = this.state().openings.filter(({ index }) => index >= from && index < to);
    yield* sortedBy(openings, ({ index, path }) => [index, path]);
  }

  async openingsOf(indexes: readonly number[]) {
    const openings = this.state().openings.filter(({ index }) => indexes.includes(index));
    return sortedBy(openings, ({ index, path }) => [index, path]);
  }

  async actorsNamed(names: readonly string[]) {
    return this.state().actors.filter(({ name }) => names.includes(name));
  }

  async actors(refs: readonly string[]) {
    return this.state().actors.filter(({ actor }) => refs.includes(actor));
  }

  async *allActors() {
    yield* sortedBy(this.state().actors, ({ actor }) => [actor]);
  }

  #factsBetween(from: number, to: number): StoredFact[] {
    return this.state().facts.filter(({ index }) => index >= from && index < to);
  }
}
