import { Option } from 'commander';
import { severities } from '../../../domain/vocabulary.ts';
import { addNewEnvironmentOption, addRecordingOptions } from '../claims/recording-options.ts';
import type { CommandModule } from '../command-module.ts';
import { listed } from '../options/listed.ts';
import { recordClaim } from '../record-claim.ts';

interface IncidentOptions {
  readonly service?: string;
  readonly environment?: string;
  readonly id?: string;
  readonly severity?: string;
  readonly title?: string;
  readonly opened?: string;
  readonly resolved?: string;
  readonly causedBy?: string;
  readonly idempotencyKey?: string;
}

export const command: CommandModule = {
  examples: [
    'record-incident --service api --severity critical --title "checkout is down"',
    'record-incident -s api --id INC-7 --opened -2h --resolved -30m --caused-by deploy-1705339200-4f9k2mq7xr',
  ],
  define(command) {
    command
      .optionsGroup('What broke:')
      .option('-s, --service <name>', 'the service (required)')
      .option('-e, --environment <name>', 'where (default: production)')
      .option('--id <id>', 'its number in another system')
      .addOption(listed(new Option('--severity <severity>', 'how bad it is (default: medium)'), severities))
      .option('--title <text>', 'what people saw')
      .option('--opened <time>', 'when it began (default: now)')
      .option('--resolved <time>', 'when it was over')
      .option('--caused-by <id>', 'the deployment that caused it');
    addNewEnvironmentOption(addRecordingOptions(command));
  },
  async run(call) {
    const { opened, resolved, service, environment, id, ...rest }: IncidentOptions = call.options;
    const { severity, title, causedBy, idempotencyKey } = rest;
    const claim = {
      type: 'incident' as const,
      id,
      service,
      environment,
      severity,
      title,
      openedAt: opened,
      resolvedAt: resolved,
      causedBy,
      idempotencyKey,
    };
    await recordClaim(call, claim, {
      fields: {
        id: '--id',
        severity: '--severity',
        title: '--title',
        openedAt: '--opened',
        resolvedAt: '--resolved',
        causedBy: '--caused-by',
      },
      sentence: (recorded) => `Incident recorded: ${recorded.id}`,
      view: (ledger, { id }) => ledger.incident(id),
    });
  },
};
