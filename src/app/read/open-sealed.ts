import type { LogReader } from '../../ledger/log-store.ts';
import type { SealedRefs } from '../../projections/rows.ts';

/** Sealed values that could be opened; what was erased is null, like what was never said. */
export class OpenedValues {
  readonly #values: ReadonlyMap<string, unknown>;

  constructor(values: ReadonlyMap<string, unknown>) {
    this.#values = values;
  }

  value(ref: SealedRefs[string] | undefined): unknown {
    return ref === undefined ? null : (this.#values.get(keyOf(...ref)) ?? null);
  }

  holds([index, path]: SealedRefs[string]): boolean {
    return this.#values.has(keyOf(index, path));
  }

  text(ref: SealedRefs[string] | undefined): string | null {
    const value = this.value(ref);
    return typeof value === 'string' ? value : null;
  }
}

/** Opens the sealed values of these facts, all of them with one query. */
export async function openSealed(log: LogReader, indexes: Iterable<number>): Promise<OpenedValues> {
  const wanted = [...new Set(indexes)];
  const openings = wanted.length === 0 ? [] : await log.openingsOf(wanted);
  return new OpenedValues(
    new Map(openings.map(({ index, path, value }) => [keyOf(index, path), JSON.parse(value) as unknown])),
  );
}

/** Opens whatever the rows of a page refer to. */
export function openSealedOf(log: LogReader, rows: readonly { readonly sealed: SealedRefs }[]): Promise<OpenedValues> {
  return openSealed(
    log,
    rows.flatMap(({ sealed }) => Object.values(sealed).map(([index]) => index)),
  );
}

function keyOf(index: number, path: string): string {
  return `${index} ${path}`;
}
