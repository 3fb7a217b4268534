type Numbers = Float64Array | Uint32Array | Uint16Array | Uint8Array;

/** A column of numbers that grows: it doubles its room, so that a push costs the same on average however long it gets. */
export class Growing<Column extends Numbers> {
  #column: Column;
  #length = 0;
  readonly #make: (length: number) => Column;

  constructor(make: (length: number) => Column) {
    this.#make = make;
    this.#column = make(1024);
  }

  get length(): number {
    return this.#length;
  }

  /** Room for so many numbers, which may hold anything; good until the next push. */
  reserve(length: number): Column {
    if (this.#column.length < length) this.#grow(2 * length);
    return this.#column;
  }

  push(value: number): void {
    if (this.#length === this.#column.length) this.#grow(2 * this.#length);
    this.#column[this.#length++] = value;
  }

  #grow(length: number): void {
    const larger = this.#make(length);
    larger.set(this.#column);
    this.#column = larger;
  }

  /** Forgets what was pushed, and keeps the room. */
  clear(): void {
    this.#length = 0;
  }

  at(place: number): number {
    return this.#column[place] ?? Number.NaN;
  }

  /** What was pushed, as a column of just that length. */
  column(): Column {
    return this.#column.subarray(0, this.#length) as Column;
  }

  /** The numbers in the order of these places. */
  inOrder(places: Uint32Array): Column {
    const ordered = this.#make(places.length);
    for (let i = 0; i < places.length; i++) ordered[i] = this.#column[places[i] ?? 0] ?? 0;
    return ordered;
  }
}
