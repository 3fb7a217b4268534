import type { MetricView } from '../../../app/metrics/metrics-report.ts';
import { formatDuration } from '../../../renderers/times/format-span.ts';

/** The value as people say it: `1.50 a day`, `95.6 %`, `4m 32s`; null where there is none. */
export function valueText({ value, unit }: Pick<MetricView, 'value' | 'unit'>): string | null {
  if (value === null) return null;
  if (unit === 's') return formatDuration(value);
  if (unit === 'ratio') return `${(value * 100).toFixed(1)} %`;
  const digits = value.toFixed(value < 10 ? 2 : 1);
  if (unit === '1/d') return `${digits} a day`;
  return unit === 'd/week' ? `${decimals(value)} days a week` : `${digits} ${unit}`;
}

/** How the value moved since the window before: `▲ 12 %`, `▼ 3 %`, `= same`; nothing where either is not known. */
export function changeText({ value, previous }: MetricView): string | null {
  if (value === null || typeof previous !== 'number') return null;
  if (value === previous) return '=';
  const arrow = value > previous ? '▲' : '▼';
  if (previous === 0) return `${arrow} from 0`;
  const percent = Math.abs(value / previous - 1) * 100;
  return `${arrow} ${percent < 10 ? percent.toFixed(1) : Math.round(percent)} %`;
}

/** What the value rests on, or why there is none. */
export function basisText(name: string, metric: MetricView): string {
  const { reason } = metric;
  return [reason ?? restsOn(name, metric), ...statistics(metric)].filter((part) => part !== '').join(', ');
}

function restsOn(name: string, metric: MetricView): string {
  const { numerator, denominator, unit, formula } = metric;
  if (numerator !== undefined && denominator !== undefined) {
    if (unit === '1/d') return `${numerator} in ${decimals(denominator)} days`;
    return name === 'mttr' ? `mean of ${denominator} recovered` : `${numerator} of ${denominator}`;
  }
  const count = metric['count'];
  if (typeof count === 'number') return `${formula.startsWith('mean') ? 'mean' : 'median'} of ${count}`;
  const weeks = metric['weeks'];
  return typeof weeks === 'number' ? `${weeks} weeks` : '';
}

function statistics(metric: MetricView): string[] {
  const { p90, mean, daysPerWeek, open, usual } = metric as MetricView & Readonly<Record<string, unknown>>;
  return [
    typeof p90 === 'number' ? `p90 ${formatDuration(p90)}` : '',
    typeof mean === 'number' ? `mean ${formatDuration(mean)}` : '',
    typeof daysPerWeek === 'number'
      ? `${decimals(daysPerWeek)} ${daysPerWeek === 1 ? 'day' : 'days'} of a usual week`
      : '',
    typeof open === 'number' && open > 0 ? `${open} not recovered yet` : '',
    typeof usual === 'string' ? usual : '',
  ];
}

/** At most two decimals; whole numbers have none. */
function decimals(value: number): string {
  return String(Number(value.toFixed(2)));
}
