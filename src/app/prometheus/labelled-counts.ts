import { SeriesByLabels } from './series-by-labels.ts';

/** A count for each combination of labels that was met. */
export class LabelledCounts {
  readonly names: readonly string[];
  readonly #series = new SeriesByLabels(() => ({ count: 0 }));

  constructor(names: readonly string[]) {
    this.names = names;
  }

  add(values: readonly string[], at?: number): void {
    this.#series.of(values, at).count += 1;
  }

  /** In the order in which they began. */
  entries(): readonly { readonly values: readonly string[]; readonly count: number }[] {
    return this.#series.inOrder();
  }
}
