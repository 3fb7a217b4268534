import type { VelocityReport } from '../../../app/analyze/analyze-velocity.ts';
import type { Column } from '../../../renderers/column.ts';
import { formatDuration } from '../../../renderers/times/format-span.ts';
import type { Output } from '../output/output.ts';
import { sparkline } from './blocks.ts';
import { directionText } from './direction-text.ts';
import { decimalText, probabilityText } from './number-text.ts';
import { showRows } from './show-rows.ts';

type Velocity = VelocityReport['rows'][number];

/** Shows people a service a line under a line for all of them together. */
export function showVelocity(output: Output, report: VelocityReport): Promise<void> {
  return showRows(output, report, {
    columns: fileColumns,
    name: ({ service }) => service ?? 'all',
    tell: () => tell(output, report),
  });
}

async function tell(output: Output, { overall, rows }: VelocityReport): Promise<void> {
  const lines = overall === null || rows.length < 2 ? rows : [overall, ...rows];
  await output.rows(lines, { columns: peopleColumns, empty: '' });
  const reason = overall?.trend.reason ?? null;
  if (reason !== null) await output.note(`\nNo direction: ${reason}.`);
}

const peopleColumns: readonly Column<Velocity>[] = [
  {
    name: 'service',
    value: ({ service }) => service ?? 'all together',
    style: (_, { service }) => (service === null ? 'strong' : undefined),
  },
  { name: 'deployed', value: ({ deployments }) => deployments, align: 'right' },
  { name: 'aWeek', value: ({ perWeek }) => decimalText(perWeek), align: 'right' },
  { name: 'interval', value: ({ medianIntervalSeconds: seconds }) => durationText(seconds), align: 'right' },
  { name: 'commits', value: ({ medianCommits }) => medianCommits, align: 'right' },
  { name: 'course', value: ({ weekly }) => sparkline(weekly.map(({ deployments }) => deployments)) },
  { name: 'direction', value: ({ trend }) => directionText(trend) },
  { name: 'q', value: ({ trend: { q } }) => (q === null ? null : probabilityText(q)), align: 'right', wide: true },
  { name: 'weeks', value: ({ trend }) => trend.weeks, align: 'right', wide: true },
];

const fileColumns: readonly Column<Velocity>[] = [
  { name: 'service', value: ({ service }) => service },
  { name: 'deployments', value: ({ deployments }) => deployments, align: 'right' },
  { name: 'perWeek', value: ({ perWeek }) => perWeek, align: 'right' },
  { name: 'medianIntervalSeconds', value: ({ medianIntervalSeconds }) => medianIntervalSeconds, align: 'right' },
  { name: 'medianCommits', value: ({ medianCommits }) => medianCommits, align: 'right' },
  { name: 'meanCommits', value: ({ meanCommits }) => meanCommits, align: 'right' },
  { name: 'withCommits', value: ({ withCommits }) => withCommits, align: 'right' },
  { name: 'direction', value: ({ trend }) => trend.direction },
  { name: 'slopePerWeek', value: ({ trend }) => trend.slopePerWeek, align: 'right' },
  { name: 'p', value: ({ trend }) => trend.p, align: 'right' },
  { name: 'q', value: ({ trend }) => trend.q, align: 'right' },
  { name: 'weeks', value: ({ trend }) => trend.weeks, align: 'right' },
];

function durationText(seconds: number | null): string | null {
  return seconds === null ? null : formatDuration(seconds);
}
