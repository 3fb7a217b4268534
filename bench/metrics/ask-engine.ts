import type { MetricEvidence } from '../../src/analysis/metrics/build-frame.ts';
import {
  computeMetrics,
  type MetricsAnswer,
  type MetricsRequest,
  metricColumns,
} from '../../src/analysis/metrics/compute-metrics.ts';
import { dora } from '../../src/analysis/metrics/profiles/dora.ts';
import { historyEnvironment, historySpan } from '../fleet/draw-deployments.ts';
import { weekOf } from './week-of.ts';
import type { WeeklyAnswer } from './weekly-answer.ts';

const metrics = ['frequency', 'lead-time', 'change-fail-rate', 'recovery-time'] as const;

function request(service?: string): MetricsRequest {
  return {
    profile: dora,
    metrics,
    window: historySpan,
    tz: 'UTC',
    groupBy: ['service', 'week'],
    service,
    environments: [historyEnvironment],
    explain: false,
  };
}

/** Asks the engine by service and week for columns: each metric is computed with all that is said of it, and its value is kept. */
export function askEngine(evidence: MetricEvidence): WeeklyAnswer {
  const { frame: answer, columns } = metricColumns(evidence, request());
  const { order, names, frame } = answer;
  const [deployed, leadTime, changeFailRate, recoveryTime] = columns.map(({ name, column }) => {
    const values = new Float64Array(order.length);
    for (let i = 0; i < order.length; i++) {
      const { numerator, value } = column.of(order[i] ?? 0);
      values[i] = (name === 'frequency' ? numerator : value) ?? Number.NaN;
    }
    return values;
  });
  if (!(deployed && leadTime && changeFailRate && recoveryTime)) throw new Error('the engine lacks a metric');
  const weekOfPeriod = frame.periods.map(({ fromMs }) => weekOf(fromMs));
  return {
    services: Array.from(order, (group) => names.of(group)['service'] ?? ''),
    weeks: Int32Array.from(order, (group) => weekOfPeriod[group % weekOfPeriod.length] ?? 0),
    ...{ deployed, leadTime, changeFailRate, recoveryTime },
  };
}

/** Asks for the whole answer, as everybody who uses the library gets it; of one service, or of all. */
export function askForObjects(evidence: MetricEvidence, service?: string): MetricsAnswer {
  return computeMetrics(evidence, request(service));
}
