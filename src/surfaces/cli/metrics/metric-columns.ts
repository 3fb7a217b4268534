import type { MetricsReport, MetricView } from '../../../app/metrics/metrics-report.ts';
import type { Column } from '../../../renderers/column.ts';
import { basisText, changeText, valueText } from './metric-text.ts';

type Group = MetricsReport['groups'][number];

/** One metric of one group. */
export interface MetricRow {
  readonly by: Group['by'];
  readonly name: string;
  readonly metric: MetricView;
}

export function metricRows({ groups }: MetricsReport): MetricRow[] {
  return groups.flatMap(({ by, metrics }) => Object.entries(metrics).map(([name, metric]) => ({ by, name, metric })));
}

const bandTones = { elite: 'ok', high: 'ok', medium: 'warn', low: 'bad' } as const;

/** A line for each metric, with what it rests on: for a single group. */
export function metricColumns(rows: readonly MetricRow[]): readonly Column<MetricRow>[] {
  const hasBands = rows.some(({ metric }) => metric.band !== undefined);
  const hasPrevious = rows.some(({ metric }) => typeof metric.previous === 'number');
  return [
    { name: 'metric', value: ({ name }) => name },
    { name: 'value', value: ({ metric }) => valueText(metric), align: 'right' },
    ...(hasBands ? [bandColumn] : []),
    ...(hasPrevious ? [{ name: 'change', value: ({ metric }: MetricRow) => changeText(metric) }] : []),
    { name: 'basedOn', value: ({ name, metric }) => basisText(name, metric) },
  ];
}

const bandColumn: Column<MetricRow> = {
  name: 'band',
  value: ({ metric }) => metric.band,
  style: (_, { metric }) => metric.band && bandTones[metric.band],
};

/** A line for each group, with a column for each metric. */
export function groupColumns(dimensions: readonly string[], metrics: readonly string[]): readonly Column<Group>[] {
  const names = dimensions.map((name): Column<Group> => ({ name, value: ({ by }) => by[name] || null }));
  const values = metrics.map((name): Column<Group> => {
    const text = ({ metrics: of }: Group) => (of[name] === undefined ? null : valueText(of[name]));
    return { name, value: text, align: 'right' };
  });
  const deployed: Column<Group> = { name: 'deployments', value: deploymentsOf, align: 'right' };
  return [...names, ...values, deployed];
}

/** How many deployments a group has, as far as any of its metrics says so. */
function deploymentsOf({ metrics: { 'success-rate': rate, duration, frequency } }: Group): number | null {
  const count = rate?.denominator ?? frequency?.numerator ?? duration?.['count'];
  return typeof count === 'number' ? count : null;
}

/** A line for each number, as it is: for spreadsheets. */
export function numberColumns(dimensions: readonly string[]): readonly Column<MetricRow>[] {
  return [
    ...dimensions.map((name): Column<MetricRow> => ({ name, value: ({ by }) => by[name] || null })),
    { name: 'metric', value: ({ name }) => name },
    { name: 'value', value: ({ metric }) => metric.value },
    { name: 'band', value: ({ metric }) => metric.band },
    { name: 'unit', value: ({ metric }) => metric.unit },
    { name: 'numerator', value: ({ metric }) => metric.numerator },
    { name: 'denominator', value: ({ metric }) => metric.denominator },
    { name: 'reason', value: ({ metric }) => metric.reason },
  ];
}
