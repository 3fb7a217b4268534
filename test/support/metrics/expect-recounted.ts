import { expect } from 'vitest';
import type { Metric } from '../../../src/analysis/metrics/metric.ts';

type Metrics = ReadonlyMap<string, { readonly metric: Metric }>;

/** Expects each number that was counted again to be among the metrics, up to the noise of its last digits. */
export function expectRecounted(metrics: Metrics, recounted: Readonly<Record<string, object>>): void {
  for (const [name, statistics] of Object.entries(recounted)) {
    const stated = flat(metrics.get(name)?.metric ?? {});
    for (const [statistic, expected] of flat(statistics)) {
      const value = stated.get(statistic);
      const where = `${name} ${statistic}: ${value}, recounted ${expected}`;
      if (typeof value === 'number' && typeof expected === 'number')
        expect(Math.abs(value - expected), where).toBeLessThanOrEqual(1e-9 * Math.abs(expected));
      else expect(value, where).toBe(expected);
    }
  }
}

function flat(statistics: object): Map<string, unknown> {
  const entries = Object.entries(statistics).flatMap(([name, value]): [string, unknown][] =>
    typeof value === 'object' && value !== null
      ? [...flat(value)].map(([inner, of]) => [`${name}.${inner}`, of])
      : [[name, value]],
  );
  return new Map(entries);
}
