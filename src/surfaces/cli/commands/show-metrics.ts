import { Option } from 'commander';
import type { MetricsQuery } from '../../../app/metrics/metrics-query.ts';
import type { MetricsReport } from '../../../app/metrics/metrics-report.ts';
import { formatInstant } from '../../../renderers/times/format-instant.ts';
import type { CommandModule } from '../command-module.ts';
import { differenceColumns } from '../metrics/difference-columns.ts';
import { groupColumns, metricColumns, metricRows, numberColumns } from '../metrics/metric-columns.ts';
import { dimensions, metricWords, profileNames } from '../metrics/metric-words.ts';
import { metricsQuery } from '../metrics/metrics-query.ts';
import { listed } from '../options/listed.ts';
import { gatherList } from '../options/lists.ts';
import { clockOf } from '../options/times.ts';
import { addWindowOptions } from '../options/window.ts';
import type { Output } from '../output/output.ts';
import { addTimeZoneOption } from '../shared-options.ts';
import { withLedger } from '../with-ledger.ts';

export const command: CommandModule = {
  examples: [
    'show-metrics --service api',
    'show-metrics --metric success-rate --period 7 --group-by service',
    'metrics --group-by week --from 2026-01-01 --to 2026-04-01 --tz Europe/Berlin',
    'metrics --metric change-fail-rate --explain --format json',
    'metrics --profile devlake-2023 --against dora',
  ],
  description:
    'Show metrics of the deployments that ended in a window, in the environments of tier production unless one is named.',
  define(command) {
    command
      .optionsGroup('What to show:')
      .addOption(listed(new Option('-m, --metric <names>', 'which (default: all)').argParser(gatherList), metricWords))
      .addOption(listed(new Option('--group-by <names>', 'apart by').argParser(gatherList), dimensions))
      .option('--explain', 'name the deployments behind each number')
      .option('--compare', 'beside it what it was in the window before')
      .addOption(listed(new Option('--profile <name>', 'by whose definitions (default: dora)'), profileNames))
      .addOption(listed(new Option('--against <name>', 'and what another makes of it'), profileNames))
      .optionsGroup('Of what:')
      .option('-s, --service <name>', 'of this service, or all (default: all)')
      .option('-e, --environment <name>', 'of this environment (default: all of tier production)')
      .option('-p, --period <days>', 'of the last days (default: 30)');
    addWindowOptions(command).option('--known-at <time|index>', 'as the ledger knew it then, or up to that fact');
    addTimeZoneOption(command);
  },
  async run(call) {
    const query = metricsQuery(call.options, clockOf(call));
    const compare = query.compare ?? (call.output.isForPeople && query.groupBy.length === 0);
    const report = await withLedger(call, 'read', (ledger) => ledger.metrics({ ...query, compare }));
    await show(call.output, report, query);
  },
};

async function show(output: Output, report: MetricsReport, query: MetricsQuery): Promise<void> {
  switch (output.format) {
    case 'json':
    case 'jsonl':
    case 'yaml':
    case 'sexp':
      return output.record(report, { name: report.profile });
    case 'csv':
    case 'name':
      return output.rows(metricRows(report), {
        columns: numberColumns(query.groupBy),
        name: ({ name }) => name,
        empty: '',
      });
    default:
      return showToPeople(output, report, query);
  }
}

async function showToPeople(output: Output, report: MetricsReport, query: MetricsQuery): Promise<void> {
  const { from, to, tz, groups, warnings, profile } = report;
  const whose = `${query.service ?? 'all services'}, ${query.environment ?? 'production'}`;
  const when = `${formatInstant(from, tz)} to ${formatInstant(to, tz)}${tz === 'UTC' ? ' UTC' : ''}`;
  await output.note(`${whose}: ${when}${profile === 'dora' ? '' : `, as ${profile} counts`}\n`);
  const empty = 'Nothing was deployed in this window.';
  const rows = metricRows(report);
  if (query.groupBy.length > 0) {
    const names = query.metrics.filter((name) => rows.some((row) => row.name === name));
    await output.rows(groups, { columns: groupColumns(query.groupBy, names), empty });
  } else {
    await output.rows(rows, { columns: metricColumns(rows), empty });
  }
  if (report.against !== undefined) await showDifferences(output, report, report.against, query);
  if (query.explain) await output.record(explanations(report), { name: profile });
  for (const warning of warnings) await output.warn(warning);
}

async function showDifferences(
  output: Output,
  { profile }: MetricsReport,
  against: NonNullable<MetricsReport['against']>,
  { groupBy }: MetricsQuery,
): Promise<void> {
  await output.note(`\n${profile} against ${against.profile} (the ids are in --format json)\n`);
  await output.rows(against.differences, {
    columns: differenceColumns(profile, against.profile, groupBy),
    empty: 'Both come to the same.',
  });
}

/** The deployments behind each number, by group and metric. */
function explanations(report: MetricsReport): Readonly<Record<string, unknown>> {
  const entries = metricRows(report).map(({ by, name, metric }) => [
    [...Object.values(by), name].join(' '),
    metric['explain'],
  ]);
  return Object.fromEntries(entries);
}
