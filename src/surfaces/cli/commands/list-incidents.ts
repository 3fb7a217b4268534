import { Option } from 'commander';
import { severities } from '../../../domain/vocabulary.ts';
import { incidentColumns } from '../columns/incident-columns.ts';
import { timeStyle } from '../columns/time-style.ts';
import type { CommandModule } from '../command-module.ts';
import { listed } from '../options/listed.ts';
import { addPageOptions, type PageOptions, pageOf } from '../options/pages.ts';
import { clockOf, knownAt } from '../options/times.ts';
import { addWindowOptions, type WindowOptions, windowOf } from '../options/window.ts';
import { showList } from '../output/show-list.ts';
import { addTimeZoneOption } from '../shared-options.ts';
import { withLedger } from '../with-ledger.ts';

interface ListOptions extends WindowOptions, PageOptions {
  readonly service?: string;
  readonly environment?: string;
  readonly severity?: string;
  readonly open?: boolean;
  readonly knownAt?: string;
}

export const command: CommandModule = {
  examples: ['list-incidents --open', 'list-incidents --service api --severity critical --since -30d'],
  define(command) {
    command
      .optionsGroup('Which:')
      .option('-s, --service <name>', 'of this service')
      .option('-e, --environment <name>', 'in this environment')
      .addOption(listed(new Option('--severity <severity>', 'as bad as this'), severities))
      .option('--open', 'that are not over');
    addWindowOptions(command).option('--known-at <time|index>', 'as the ledger knew it then, or up to that fact');
    addPageOptions(addTimeZoneOption(command));
  },
  async run(call) {
    const options: ListOptions = call.options;
    const { service, environment, severity, open } = options;
    const clock = clockOf(call);
    const query = {
      service,
      environment,
      open,
      severity,
      ...windowOf(options, clock),
      ...pageOf(options),
      knownAt: knownAt(options.knownAt, clock),
    };
    const list = await withLedger(call, 'read', (ledger) => ledger.incidents(query));
    await showList(call.output, list, { columns: incidentColumns(timeStyle(call)), empty: 'No incidents.' });
  },
};
