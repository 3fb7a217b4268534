import type { MetricView } from '../../../app/views.ts';
import { formatDuration } from '../../../renderers/times/format-span.ts';

/** The value as people say it: `1.50 a day`, `95.6 %`, `4m 32s`; null where there is none. */
export function valueText({ value, unit }: MetricView): string | null {
  if (value === null) return null;
  if (unit === 's') return formatDuration(value);
  if (unit === 'ratio') return `${(value * 100).toFixed(1)} %`;
  const digits = value.toFixed(value < 10 ? 2 : 1);
  return unit === '1/d' ? `${digits} a day` : `${digits} ${unit}`;
}

/** What the value rests on, or why there is none. */
export function basisText(name: string, metric: MetricView): string {
  const { numerator, denominator, reason } = metric;
  const parts: string[] = [];
  if (reason !== undefined) parts.push(reason);
  else if (name === 'frequency') parts.push(`${numerator} in ${decimals(denominator ?? 0)} days`);
  else if (name === 'mttr') parts.push(`mean of ${denominator} recovered`);
  else if (numerator !== undefined) parts.push(`${numerator} of ${denominator}`);
  else parts.push(`median of ${metric['count']}`);
  return [...parts, ...statistics(metric)].join(', ');
}

function statistics(metric: MetricView): string[] {
  const { p90, mean, daysPerWeek, open } = metric as MetricView & Readonly<Record<string, unknown>>;
  return [
    typeof p90 === 'number' ? `p90 ${formatDuration(p90)}` : '',
    typeof mean === 'number' ? `mean ${formatDuration(mean)}` : '',
    typeof daysPerWeek === 'number' ? `${decimals(daysPerWeek)} days of a usual week` : '',
    typeof open === 'number' && open > 0 ? `${open} not recovered yet` : '',
  ].filter((text) => text !== '');
}

/** At most two decimals; whole numbers have none. */
function decimals(value: number): string {
  return String(Number(value.toFixed(2)));
}
