/** Names by the order in which they were first met. */
export class Names {
  readonly #codes = new Map<string, number>();
  readonly all: string[] = [];

  find(name: string): number | undefined {
    return this.#codes.get(name);
  }

  codeOf(name: string): number {
    const known = this.#codes.get(name);
    if (known !== undefined) return known;
    this.#codes.set(name, this.all.length);
    return this.all.push(name) - 1;
  }
}
