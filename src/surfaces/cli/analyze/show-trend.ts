import type { TrendReport } from '../../../app/analyze/analyze-trend.ts';
import type { Column } from '../../../renderers/column.ts';
import { counted } from '../../../renderers/counted.ts';
import { formatDuration } from '../../../renderers/times/format-span.ts';
import type { Output } from '../output/output.ts';
import { sparkline } from './blocks.ts';
import { directionText } from './direction-text.ts';
import { decimalText, percentText, probabilityText, signedText } from './number-text.ts';
import { showRows } from './show-rows.ts';

type MetricTrend = TrendReport['rows'][number];

/** Shows people a metric a line. */
export function showTrend(output: Output, report: TrendReport): Promise<void> {
  return showRows(output, report, {
    columns: fileColumns,
    name: ({ metric }) => metric,
    tell: () => tell(output, report),
  });
}

async function tell(output: Output, { rows, lookedAt }: TrendReport): Promise<void> {
  await output.rows(rows, { columns: peopleColumns, empty: '' });
  const unsaid = rows.filter(({ reason }) => reason !== null).map(({ metric, reason }) => `${metric}: ${reason}`);
  const { deployments = 0, wholeWeeks = 0, outsideWholeWeeks = 0, notRecovered = 0 } = lookedAt;
  const open = notRecovered === 0 ? '' : `; ${counted(notRecovered, 'failed change')} not recovered yet`;
  const cut = outsideWholeWeeks === 0 ? '' : `; ${outsideWholeWeeks} more lie in weeks that the window cuts`;
  const looked = `Looked at ${counted(deployments, 'deployment')} in ${counted(wholeWeeks, 'whole week')}${cut}${open}.`;
  await output.note(['', ...unsaid, looked].join('\n'));
}

const peopleColumns: readonly Column<MetricTrend>[] = [
  { name: 'metric', value: ({ metric }) => metric },
  { name: 'course', value: ({ weekly }) => sparkline(weekly.map(({ value }) => value)) },
  { name: 'latest', value: latestText, align: 'right' },
  { name: 'eachWeek', value: slopeText, align: 'right' },
  { name: 'direction', value: directionText },
  { name: 'q', value: ({ q }) => (q === null ? null : probabilityText(q)), align: 'right' },
  { name: 'weeks', value: ({ weeks }) => weeks, align: 'right' },
];

function latestText({ unit, weekly }: MetricTrend): string | null {
  const value = weekly.at(-1)?.value ?? null;
  if (value === null) return null;
  if (unit === 's') return formatDuration(value);
  return unit === 'ratio' ? percentText(value) : decimalText(value);
}

function slopeText({ unit, slopePerWeek: slope }: MetricTrend): string | null {
  if (slope === null) return null;
  if (unit === 's') return `${slope > 0 ? '+' : ''}${formatDuration(slope)}`;
  return unit === 'ratio' ? `${signedText(slope * 100)} points` : signedText(slope);
}

const fileColumns: readonly Column<MetricTrend>[] = [
  { name: 'metric', value: ({ metric }) => metric },
  { name: 'unit', value: ({ unit }) => unit },
  { name: 'direction', value: ({ direction }) => direction },
  { name: 'slopePerWeek', value: ({ slopePerWeek }) => slopePerWeek, align: 'right' },
  { name: 'p', value: ({ p }) => p, align: 'right' },
  { name: 'q', value: ({ q }) => q, align: 'right' },
  { name: 'weeks', value: ({ weeks }) => weeks, align: 'right' },
  { name: 'reason', value: ({ reason }) => reason },
];
