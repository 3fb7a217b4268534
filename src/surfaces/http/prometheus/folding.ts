import type { Histogram, HistogramEntry } from '../../../app/prometheus/histogram.ts';
import type { LabelledCounts } from '../../../app/prometheus/labelled-counts.ts';
import type { Family } from './exposition.ts';
import { keepFirst, labelled, other, type Sample } from './series.ts';

type Written = Family['samples'];

/** Keeps every metric within its number of series, and counts what was folded. */
export class Folding {
  readonly #most: number;
  readonly #folded: Sample[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  counter(name: string, help: string, counts: Pick<LabelledCounts, 'names' | 'entries'>): Family {
    const { names } = counts;
    const { kept, rest } = keepFirst(counts.entries(), this.#most);
    const samples = kept.map(({ values, count }) => ({ labels: labelled(names, values), value: count }));
    if (rest.length > 0) samples.push({ labels: others(names), value: total(rest, ({ count }) => count) });
    this.#note(name, rest.length);
    return { name, type: 'counter', help, samples };
  }

  /** Gauges cannot be added up: the smallest are left out. */
  gauge(name: string, help: string, samples: readonly Sample[]): Family {
    const kept = samples.toSorted((a, b) => b.value - a.value).slice(0, this.#most);
    this.#note(name, samples.length - kept.length);
    return { name, type: 'gauge', help, samples: kept };
  }

  histogram(name: string, help: string, histogram: Histogram): Family {
    const { names, limits } = histogram;
    // Each takes a line for every limit, and one each for infinity, the sum and the count.
    const { kept, rest } = keepFirst(histogram.entries(), Math.max(1, Math.floor(this.#most / (limits.length + 3))));
    this.#note(name, rest.length);
    const samples = kept.flatMap((entry) => linesOf(limits, labelled(names, entry.values), entry));
    if (rest.length > 0) samples.push(...linesOf(limits, others(names), addedUp(limits, rest)));
    return { name, type: 'histogram', help, samples };
  }

  report(name: string, help: string): Family {
    return { name, type: 'gauge', help, samples: this.#folded };
  }

  #note(metric: string, folded: number): void {
    if (folded > 0) this.#folded.push({ labels: { metric }, value: folded });
  }
}

function others(names: readonly string[]): Record<string, string> {
  return labelled(
    names,
    names.map(() => other),
  );
}

type Observed = Omit<HistogramEntry, 'values'>;

function linesOf(
  limits: readonly number[],
  labels: Sample['labels'],
  { buckets, sum, count }: Observed,
): Written[number][] {
  return [
    ...limits.map((limit, i) => ({
      suffix: '_bucket',
      labels: { ...labels, le: String(limit) },
      value: buckets[i] ?? 0,
    })),
    { suffix: '_bucket', labels: { ...labels, le: '+Inf' }, value: count },
    { suffix: '_sum', labels, value: sum },
    { suffix: '_count', labels, value: count },
  ];
}

function addedUp(limits: readonly number[], entries: readonly Observed[]): Observed {
  return {
    buckets: limits.map((_, i) => total(entries, ({ buckets }) => buckets[i] ?? 0)),
    sum: total(entries, ({ sum }) => sum),
    count: total(entries, ({ count }) => count),
  };
}

function total<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0);
}
