import { Option } from 'commander';
import { triggers } from '../../../domain/vocabulary.ts';
import { addNewEnvironmentOption, addRecordingOptions } from '../claims/recording-options.ts';
import type { Said } from '../claims/said.ts';
import type { CommandModule } from '../command-module.ts';
import type { Host } from '../host.ts';
import { listed } from '../options/listed.ts';
import { gatherList } from '../options/lists.ts';
import { recordClaim } from '../record-claim.ts';

interface RollbackOptions {
  readonly service?: string;
  readonly fromVersion?: string;
  readonly toVersion?: string;
  readonly reason?: string;
  readonly environment?: string;
  readonly region?: string;
  readonly deploymentId?: string;
  readonly reasonCode?: string;
  readonly trigger?: string;
  readonly timestamp?: string;
  readonly initiator?: string;
  readonly impact?: readonly string[];
  readonly idempotencyKey?: string;
}

export const command: CommandModule = {
  examples: [
    'record-rollback --service api --from-version 2.3.0 --to-version 2.2.9 --reason "memory leak"',
    'rollback -s api --from-version 2.3.0 --to-version 2.2.9 -r "error rate" -e production --trigger automatic',
  ],
  define(command) {
    command
      .optionsGroup('What was rolled back:')
      .option('-s, --service <name>', 'the service (required)')
      .option('--from-version <version>', 'the version that was taken back (required)')
      .option('--to-version <version>', 'the version that runs again (required)')
      .option('-e, --environment <name>', 'where (default: where the version runs, if that is one place)')
      .option('--region <name>', 'region, when there are several')
      .option('--deployment-id <id>', 'the deployment that is undone')
      .optionsGroup('Who and why:')
      .option('-r, --reason <text>', 'why (required)')
      .option('--reason-code <word>', 'the same in a word that can be counted, such as performance')
      .addOption(listed(new Option('--trigger <trigger>', 'what set it off (default: manual)'), triggers))
      .option('--impact <names>', 'what else was affected', gatherList)
      .option('--initiator <name>', 'who did it (default: you)')
      .option('--timestamp <time>', 'when (default: now)');
    addNewEnvironmentOption(addRecordingOptions(command));
  },
  async run(call) {
    const options: RollbackOptions = call.options;
    await recordClaim(call, rollbackClaim(options, call.host), {
      fields: {
        fromVersion: '--from-version',
        toVersion: '--to-version',
        reasonCode: '--reason-code',
        trigger: '--trigger',
        deployment: '--deployment-id',
        impact: '--impact',
      },
      sentence: ({ id }) => `Rollback recorded: ${id}`,
      view: async (ledger, { id, leafHash }) => ({
        ...(await ledger.rollback(id)),
        leafHash,
      }),
    });
  },
};

function rollbackClaim(options: RollbackOptions, host: Host): Said<'rollback'> {
  const { deploymentId, timestamp, initiator, impact, service, environment, region, idempotencyKey } = options;
  const { fromVersion, toVersion, reason, reasonCode, trigger } = options;
  return {
    type: 'rollback',
    service,
    environment,
    region,
    fromVersion,
    toVersion,
    reason,
    reasonCode,
    trigger,
    at: timestamp,
    deployment: deploymentId,
    initiator: initiator ?? host.userName(),
    impact: impact === undefined ? undefined : [...impact],
    idempotencyKey,
  };
}
