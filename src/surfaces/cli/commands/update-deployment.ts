import { Option } from 'commander';
import { reportableStatuses } from '../../../domain/vocabulary.ts';
import { recordedDeployment } from '../claims/recorded-deployment.ts';
import { addRecordingOptions } from '../claims/recording-options.ts';
import type { CommandModule } from '../command-module.ts';
import { listed } from '../options/listed.ts';
import { decimal } from '../options/numbers.ts';
import { recordClaim } from '../record-claim.ts';

interface UpdateOptions {
  readonly status?: string;
  readonly message?: string;
  readonly percentage?: string;
  readonly stage?: string;
  readonly completed?: string;
  readonly idempotencyKey?: string;
}

export const command: CommandModule = {
  examples: [
    'update-deployment deploy-1705339200-4f9k2mq7xr --status success',
    'update-deployment deploy-1705339200-4f9k2mq7xr --percentage 50 --stage eu-west',
    'update-deployment deploy-1705339200-4f9k2mq7xr --status failure --message "readiness probe timed out"',
  ],
  define(command) {
    command
      .argument('<id>', 'the deployment')
      .optionsGroup('What is new:')
      .addOption(listed(new Option('--status <status>', 'where it stands'), reportableStatuses))
      .option('--percentage <number>', 'how much of it is done, from 0 to 100')
      .option('--stage <name>', 'the stage that it has reached')
      .option('--message <text>', 'a remark')
      .option('--completed <time>', 'when that was (default: now)');
    addRecordingOptions(command);
  },
  async run(call) {
    const { status, message, percentage, stage, completed, idempotencyKey }: UpdateOptions = call.options;
    const claim = {
      type: 'deployment-status' as const,
      deployment: call.operands[0],
      status,
      message,
      percentage: decimal('--percentage', percentage),
      stage,
      at: completed,
      idempotencyKey,
    };
    await recordClaim(call, claim, {
      fields: { deployment: 'the ID', percentage: '--percentage', stage: '--stage', at: '--completed' },
      sentence: ({ id }) => `Deployment updated: ${id}`,
      view: recordedDeployment,
    });
  },
};
