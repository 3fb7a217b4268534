import { SeriesByLabels } from './series-by-labels.ts';

interface Series {
  readonly buckets: number[];
  sum: number;
  count: number;
}

export type HistogramEntry = Readonly<Series> & { readonly values: readonly string[] };

/** How many values there were up to each limit, by labels, as Prometheus counts them: cumulatively. */
export class Histogram {
  readonly names: readonly string[];
  /** Upper limits, ascending; beyond the last there is infinity. */
  readonly limits: readonly number[];
  readonly #series: SeriesByLabels<Series>;

  constructor(names: readonly string[], limits: readonly number[]) {
    this.names = names;
    this.limits = limits;
    this.#series = new SeriesByLabels(() => ({ buckets: limits.map(() => 0), sum: 0, count: 0 }));
  }

  observe(values: readonly string[], value: number, at?: number): void {
    const series = this.#series.of(values, at);
    for (const [i, limit] of this.limits.entries())
      if (value <= limit) series.buckets[i] = (series.buckets[i] ?? 0) + 1;
    series.sum += value;
    series.count += 1;
  }

  /** In the order in which they began. */
  entries(): readonly HistogramEntry[] {
    return this.#series.inOrder();
  }
}
