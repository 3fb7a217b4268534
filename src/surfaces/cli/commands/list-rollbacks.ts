import { rollbackColumns } from '../columns/rollback-columns.ts';
import { timeStyle } from '../columns/time-style.ts';
import type { CommandModule } from '../command-module.ts';
import { addPageOptions, type PageOptions, pageOf } from '../options/pages.ts';
import { clockOf, knownAt } from '../options/times.ts';
import { addWindowOptions, type WindowOptions, windowOf } from '../options/window.ts';
import { showList } from '../output/show-list.ts';
import { addTimeZoneOption } from '../shared-options.ts';
import { withLedger } from '../with-ledger.ts';

interface ListOptions extends WindowOptions, PageOptions {
  readonly service?: string;
  readonly environment?: string;
  readonly knownAt?: string;
}

export const command: CommandModule = {
  examples: ['list-rollbacks --service api', 'list-rollbacks --since -30d --limit all --format csv'],
  define(command) {
    command
      .optionsGroup('Which:')
      .option('-s, --service <name>', 'of this service')
      .option('-e, --environment <name>', 'in this environment');
    addWindowOptions(command).option('--known-at <time|index>', 'as the ledger knew it then, or up to that fact');
    addPageOptions(addTimeZoneOption(command));
  },
  async run(call) {
    const options: ListOptions = call.options;
    const { service, environment } = options;
    const clock = clockOf(call);
    const query = { service, environment, ...windowOf(options, clock), ...pageOf(options) };
    const known = knownAt(options.knownAt, clock);
    const list = await withLedger(call, 'read', (ledger) => ledger.rollbacks({ ...query, knownAt: known }));
    await showList(call.output, list, { columns: rollbackColumns(timeStyle(call)), empty: 'No rollbacks.' });
  },
};
