import { Option } from 'commander';
import type { DeploymentQuery } from '../../../app/queries.ts';
import { kinds, statuses } from '../../../domain/vocabulary.ts';
import { deploymentColumns } from '../columns/deployment-columns.ts';
import { timeStyle } from '../columns/time-style.ts';
import type { CommandModule } from '../command-module.ts';
import { listed } from '../options/listed.ts';
import { addPageOptions, type PageOptions, pageOf } from '../options/pages.ts';
import { strategyNames } from '../options/strategies.ts';
import { type Clock, clockOf, knownAt, time } from '../options/times.ts';
import { addWindowOptions, type WindowOptions, windowOf } from '../options/window.ts';
import { optionalWord } from '../options/words.ts';
import { showList } from '../output/show-list.ts';
import { addTimeZoneOption } from '../shared-options.ts';
import { withLedger } from '../with-ledger.ts';

interface ListOptions extends WindowOptions, PageOptions {
  readonly service?: string;
  readonly environment?: string;
  readonly status?: string;
  readonly type?: string;
  readonly region?: string;
  readonly kind?: string;
  readonly initiator?: string;
  readonly asOf?: string;
  readonly knownAt?: string;
}

export const command: CommandModule = {
  examples: [
    'list-deployments --service api --environment production',
    'list --status failure --since -7d --limit all',
    'list --from 2026-01-01 --to 2026-02-01 --format csv',
    'list --service api --known-at 2026-01-15',
  ],
  define(command) {
    command
      .optionsGroup('Which:')
      .option('-s, --service <name>', 'of this service')
      .option('-e, --environment <name>', 'to this environment')
      .addOption(listed(new Option('--status <status>', 'that stand there'), statuses))
      .addOption(listed(new Option('-t, --type <strategy>', 'by this strategy'), strategyNames))
      .addOption(listed(new Option('--kind <kind>', 'of this kind of change'), kinds))
      .option('--region <name>', 'to this region')
      .option('--initiator <name>', 'by this person');
    addWindowOptions(command)
      .option('--as-of <time>', 'as things stood at that time')
      .option('--known-at <time|index>', 'as the ledger knew it then, or up to that fact');
    addPageOptions(addTimeZoneOption(command));
  },
  async run(call) {
    const list = await withLedger(call, 'read', (ledger) => ledger.deployments(queryOf(call.options, clockOf(call))));
    await showList(call.output, list, {
      columns: deploymentColumns(timeStyle(call)),
      empty: 'No deployments. Record one with: deploy-ledger record-deployment, or widen what you ask for.',
    });
  },
};

function queryOf(options: ListOptions, clock: Clock): DeploymentQuery {
  const { service, environment, region, status, type, kind, initiator } = options;
  return {
    service,
    environment,
    region,
    status,
    strategy: optionalWord('--type', type, strategyNames),
    kind,
    initiator,
    ...windowOf(options, clock),
    ...pageOf(options),
    asOfMs: time('--as-of', options.asOf, clock),
    knownAt: knownAt(options.knownAt, clock),
  };
}
