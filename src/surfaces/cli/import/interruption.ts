/** Somebody pressed Ctrl-C. */
export class Interrupted extends Error {
  /** How many records stay recorded. */
  readonly recorded: number;

  constructor(recorded: number) {
    super('interrupted');
    this.recorded = recorded;
  }
}

/** Notices Ctrl-C, so that work can stop where that does no harm; a second one ends the process at once. */
export class Interruption {
  #asked = false;
  readonly #ask = () => {
    this.#asked = true;
  };

  constructor() {
    process.once('SIGINT', this.#ask);
  }

  /** @throws Interrupted when Ctrl-C was pressed. */
  check(recorded: number): void {
    if (this.#asked) throw new Interrupted(recorded);
  }

  over(): void {
    process.off('SIGINT', this.#ask);
  }
}
