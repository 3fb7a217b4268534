import { addNewEnvironmentOption, addRecordingOptions } from '../claims/recording-options.ts';
import type { CommandModule } from '../command-module.ts';
import { recordClaim } from '../record-claim.ts';

interface RemovalOptions {
  readonly service?: string;
  readonly environment?: string;
  readonly region?: string;
  readonly timestamp?: string;
  readonly idempotencyKey?: string;
}

export const command: CommandModule = {
  examples: ['record-removal --service legacy-api --environment production'],
  define(command) {
    command
      .optionsGroup('What was removed:')
      .option('-s, --service <name>', 'the service (required)')
      .option('-e, --environment <name>', 'from where (required)')
      .option('--region <name>', 'from which region only')
      .option('--timestamp <time>', 'when (default: now)');
    addNewEnvironmentOption(addRecordingOptions(command));
  },
  async run(call) {
    const { timestamp, service, environment, region, idempotencyKey }: RemovalOptions = call.options;
    const claim = { type: 'removal' as const, service, environment, region, at: timestamp, idempotencyKey };
    await recordClaim(call, claim, {
      fields: {},
      sentence: () => `Removal recorded: ${service} from ${environment}`,
      view: async (_, recorded) => ({ service, environment, region: region ?? null, ...recorded }),
    });
  },
};
