import type { MetricsAnswer } from '../../analysis/metrics/compute-metrics.ts';
import type { Sides } from '../../analysis/metrics/metric.ts';
import type { LogReader } from '../../ledger/log-store.ts';
import type { MetricsGroup, MetricView, SidesView } from './metrics-report.ts';

export interface GroupViewOptions {
  readonly explain: boolean;
  /** The answer of the window before. */
  readonly before: MetricsAnswer | undefined;
}

export async function viewGroups(
  log: LogReader,
  answer: MetricsAnswer,
  { explain, before }: GroupViewOptions,
): Promise<MetricsGroup[]> {
  const name = explain ? await nameSides(log, [answer]) : undefined;
  const earlier = new Map(before?.groups.map(({ by, metrics }) => [JSON.stringify(by), metrics]));
  return answer.groups.map(({ by, metrics }) => {
    const then = earlier.get(JSON.stringify(by));
    const views = [...metrics].map(([metric, { metric: of, sides }]): [string, MetricView] => [
      metric,
      {
        ...of,
        ...(before === undefined ? {} : { previous: then?.get(metric)?.metric.value ?? null }),
        ...(name === undefined || sides === undefined ? {} : { explain: name(sides) }),
      },
    ]);
    return { by, metrics: Object.fromEntries(views) };
  });
}

/** Gives deployments, which analysis knows by their facts, their ids: one query for all of them. */
export async function nameSides(
  log: LogReader,
  answers: readonly MetricsAnswer[],
): Promise<(sides: Sides) => SidesView> {
  const indexes = new Set<number>();
  for (const { groups } of answers) {
    for (const { metrics } of groups) {
      for (const { sides } of metrics.values()) {
        for (const ref of [...(sides?.numerator ?? []), ...(sides?.denominator ?? [])])
          if (typeof ref === 'number') indexes.add(ref);
      }
    }
  }
  const subjects = await log.subjectsOf([...indexes]);
  const nameOf = (ref: number | string) =>
    typeof ref === 'string' ? ref : (subjects.get(ref)?.slice('deployment:'.length) ?? '');
  return ({ numerator, denominator }) => ({
    numerator: numerator.map(nameOf),
    denominator: denominator.map(nameOf),
  });
}
