import { Option } from 'commander';
import type { MetricsQuery } from '../../../app/queries.ts';
import type { MetricsReport } from '../../../app/views.ts';
import { formatInstant } from '../../../renderers/times/format-instant.ts';
import type { CommandModule } from '../command-module.ts';
import { groupColumns, metricColumns, metricRows, numberColumns } from '../metrics/metric-columns.ts';
import { dimensions, metricWords } from '../metrics/metric-words.ts';
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
    'metrics --metric frequency --explain --format json',
  ],
  description:
    'Show metrics of the deployments that ended in a window, in the environments of tier production unless one is named.',
  define(command) {
    command
      .optionsGroup('What to show:')
      .addOption(listed(new Option('-m, --metric <names>', 'which (default: all)').argParser(gatherList), metricWords))
      .addOption(listed(new Option('--group-by <names>', 'apart by').argParser(gatherList), dimensions))
      .option('--explain', 'name the deployments behind each number')
      .optionsGroup('Of what:')
      .option('-s, --service <name>', 'of this service, or all (default: all)')
      .option('-e, --environment <name>', 'of this environment (default: all of tier production)')
      .option('-p, --period <days>', 'of the last days (default: 30)');
    addWindowOptions(command).option('--known-at <time|index>', 'as the ledger knew it then, or up to that fact');
    addTimeZoneOption(command);
  },
  async run(call) {
    const query = metricsQuery(call.options, clockOf(call));
    const report = await withLedger(call, 'read', (ledger) => ledger.metrics(query));
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
  const { from, to, tz, groups, warnings } = report;
  const whose = `${query.service ?? 'all services'}, ${query.environment ?? 'production'}`;
  await output.note(`${whose}: ${formatInstant(from, tz)} to ${formatInstant(to, tz)}${tz === 'UTC' ? ' UTC' : ''}\n`);
  const empty = 'Nothing was deployed in this window.';
  if (query.groupBy.length > 0) {
    await output.rows(groups, { columns: groupColumns(query.groupBy, query.metrics), empty });
  } else {
    await output.rows(metricRows(report), { columns: metricColumns, empty });
  }
  if (query.explain) await output.record(explanations(report), { name: report.profile });
  for (const warning of warnings) await output.warn(warning);
}

/** The deployments behind each number, by group and metric. */
function explanations(report: MetricsReport): Readonly<Record<string, unknown>> {
  const entries = metricRows(report).map(({ by, name, metric }) => [
    [...Object.values(by), name].join(' '),
    metric['explain'],
  ]);
  return Object.fromEntries(entries);
}
