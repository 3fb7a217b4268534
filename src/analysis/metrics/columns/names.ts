/** Names by the order in which they were first met. */
export class Names {
  readonly #codes = new Map<string, number>();
  readonly all: string[] = [];

  codeOf(name: string): number {
    const known = this.#codes.get(name);
    if (known !== undefined) return known;
    this.#codes.set(name, this.all.length);
    return this.all.push(name) - 1;
  }
}
