/**
 * Something for each combination of labels, in the order in which they began: it stays the same while more of them come, and is the
 * same for whoever counts all over again in another order.
 */
export class SeriesByLabels<Series> {
  readonly #fresh: () => Series;
  readonly #known = new Map<string, { readonly series: Series; began: number }>();

  constructor(fresh: () => Series) {
    this.#fresh = fresh;
  }

  /** @param at the index of the fact that counts; those that say nothing began in the order in which they are met */
  of(values: readonly string[], at = this.#known.size): Series {
    // Names hold no control character, so nothing can be taken for the join.
    const key = values.join('\u0000');
    const known = this.#known.get(key);
    if (known !== undefined) {
      known.began = Math.min(known.began, at);
      return known.series;
    }
    const series = this.#fresh();
    this.#known.set(key, { series, began: at });
    return series;
  }

  inOrder(): ({ readonly values: readonly string[] } & Series)[] {
    return [...this.#known]
      .sort(([a, { began: first }], [b, { began: second }]) => first - second || (a < b ? -1 : 1))
      .map(([key, { series }]) => ({ values: key.split('\u0000'), ...series }));
  }
}
