import type { LabelledCounts } from '../../../app/prometheus/labelled-counts.ts';
import type { ClassicGauges } from '../../../app/prometheus/measure.ts';
import type { Family } from './exposition.ts';
import type { Folding } from './folding.ts';
import { gaugeSamples } from './gauge-samples.ts';

/** The metrics of the original talk under their own names, for dashboards that were made for them. */
export function compatFamilies(deployments: LabelledCounts, classic: ClassicGauges, folding: Folding): Family[] {
  return [
    folding.counter('deployment_total', 'Deployments by their first final status.', withoutStrategy(deployments)),
    folding.gauge(
      'deployment_success_rate',
      'Successes of all deployments, last 30 days, percent.',
      gaugeSamples(classic.successRate),
    ),
    folding.gauge(
      'deployment_mttr_seconds',
      'Mean time from a failure to the next success, last 30 days.',
      gaugeSamples(classic.mttrSeconds),
    ),
  ];
}

/** Adds up deployments that differ in their strategy only. */
function withoutStrategy(deployments: LabelledCounts): Pick<LabelledCounts, 'names' | 'entries'> {
  const sums = new Map<string, { readonly values: readonly string[]; count: number }>();
  for (const { values, count } of deployments.entries()) {
    const [service = '', environment = '', , status = ''] = values;
    const kept = [service, environment, status];
    const sum = sums.get(kept.join('\u0000')) ?? { values: kept, count: 0 };
    sum.count += count;
    sums.set(kept.join('\u0000'), sum);
  }
  return { names: ['service', 'environment', 'status'], entries: () => [...sums.values()] };
}
