import type { OpenedValues } from '../read/open-sealed.ts';

/** Stands in a claim for a value that was erased, where there must be one. */
export const erased = '(erased)';

/** The sealed values of one fact, by RFC 6901 pointer; undefined where nothing was said or it was erased. */
export class SealedValues {
  readonly #opened: OpenedValues;
  readonly #index: number;

  constructor(opened: OpenedValues, index: number) {
    this.#opened = opened;
    this.#index = index;
  }

  /** Null where nothing was said or it was erased. */
  value(path: string): unknown {
    return this.#opened.value([this.#index, path]);
  }

  /** Whether it is open; a value can also be null itself. */
  holds(path: string): boolean {
    return this.#opened.holds([this.#index, path]);
  }

  text(path: string): string | undefined {
    return this.#opened.text([this.#index, path]) ?? undefined;
  }

  record(path: string): Record<string, unknown> | undefined {
    const value = this.value(path);
    return value === null ? undefined : (value as Record<string, unknown>);
  }

  /** A sealed list of texts. */
  texts(path: string): string[] | undefined {
    const value = this.value(path);
    return Array.isArray(value) ? value.map(String) : undefined;
  }

  /** Texts that are sealed one by one: their number stays when some of them are erased. */
  each(path: string, sealed: readonly unknown[] | undefined): string[] | undefined {
    return sealed?.map((_, i) => this.text(`${path}/${i}`) ?? erased);
  }
}
