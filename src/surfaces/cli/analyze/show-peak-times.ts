import type { PeakTimesReport } from '../../../app/analyze/analyze-peak-times.ts';
import type { Column } from '../../../renderers/column.ts';
import type { Output } from '../output/output.ts';
import { bar } from './blocks.ts';
import { hourRanges, hourText } from './hour-text.ts';
import { percentText } from './number-text.ts';
import { showRows } from './show-rows.ts';

type Slot = PeakTimesReport['rows'][number];

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** Shows people an hour a line and a weekday a column, files an hour of a weekday a line. */
export function showPeakTimes(output: Output, report: PeakTimesReport): Promise<void> {
  return showRows(output, report, {
    columns: slotColumns,
    name: ({ weekday, hour }) => `${dayOf(weekday)} ${hourText(hour)}`,
    tell: () => tell(output, report),
  });
}

async function tell(output: Output, report: PeakTimesReport): Promise<void> {
  const { busiest, quietHours, outsideWorkingHours, workingHours } = report;
  await output.rows(hourRows(report), { columns: hourColumns(report), empty: '' });
  const places = busiest.map(
    ({ weekday, hour, deployments }) => `${dayOf(weekday)} ${hourText(hour)} (${deployments})`,
  );
  await output.say(`\nBusiest: ${places.join(', ')}`);
  if (quietHours.length > 0) await output.say(`Quiet:   ${hourRanges(quietHours)}`);
  const { firstWeekday, lastWeekday, fromHour, toHour } = workingHours;
  const hours = `${dayOf(firstWeekday)} to ${dayOf(lastWeekday)}, ${hourText(fromHour)} to ${hourText(toHour)}`;
  await output.say(`Outside of working hours (${hours}): ${percentText(outsideWorkingHours.share ?? 0)}`);
}

function dayOf(weekday: number): string {
  return weekdays[weekday - 1] ?? '';
}

const slotColumns: readonly Column<Slot>[] = [
  { name: 'weekday', value: ({ weekday }) => dayOf(weekday) },
  { name: 'hour', value: ({ hour }) => hour, align: 'right' },
  { name: 'deployments', value: ({ deployments }) => deployments, align: 'right' },
  { name: 'failed', value: ({ failed }) => failed, align: 'right' },
  { name: 'hours', value: ({ hours }) => hours, align: 'right' },
];

/** One hour of the day, over the week. */
interface HourRow {
  readonly hour: number;
  readonly slots: readonly Slot[];
  readonly deployments: number;
}

function hourRows({ rows }: PeakTimesReport): HourRow[] {
  return Array.from({ length: 24 }, (_, hour) => {
    const slots = rows.filter((slot) => slot.hour === hour);
    return { hour, slots, deployments: slots.reduce((count, slot) => count + slot.deployments, 0) };
  });
}

function hourColumns(report: PeakTimesReport): readonly Column<HourRow>[] {
  const most = Math.max(1, ...hourRows(report).map(({ deployments }) => deployments));
  const busiest = new Set(report.busiest);
  const days = weekdays.map((name, index): Column<HourRow> => {
    const slotOf = ({ slots }: HourRow) => slots.find(({ weekday }) => weekday === index + 1);
    return {
      name,
      value: (row) => slotOf(row)?.deployments || '·',
      style: (text, row) => {
        const slot = slotOf(row);
        if (text === '·') return 'dim';
        return slot !== undefined && busiest.has(slot) ? 'strong' : undefined;
      },
      align: 'right',
    };
  });
  return [
    { name: 'hour', value: ({ hour }) => hourText(hour) },
    ...days,
    { name: 'all', value: ({ deployments }) => deployments, align: 'right' },
    { name: 'deployments', value: ({ deployments }) => bar(deployments / most, 20) },
  ];
}
