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

  push(value: number): void {
    if (this.#length === this.#column.length) {
      const larger = this.#make(2 * this.#length);
      larger.set(this.#column);
      this.#column = larger;
    }
    this.#column[this.#length++] = value;
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
