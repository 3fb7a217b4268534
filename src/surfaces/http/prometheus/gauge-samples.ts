import type { Gauge } from '../../../app/prometheus/measure.ts';
import type { Sample } from './series.ts';

export function gaugeSamples(gauges: readonly Gauge[]): Sample[] {
  return gauges.map(({ service, environment, value }) => ({ labels: { service, environment }, value }));
}
