import { Option } from 'commander';
import { tiers } from '../../../domain/vocabulary.ts';
import { addRecordingOptions } from '../claims/recording-options.ts';
import type { CommandModule } from '../command-module.ts';
import { listed } from '../options/listed.ts';
import { decimal } from '../options/numbers.ts';
import { recordClaim } from '../record-claim.ts';

interface EnvironmentOptions {
  readonly tier?: string;
  readonly order?: string;
  readonly limit?: string;
  readonly idempotencyKey?: string;
}

export const command: CommandModule = {
  examples: ['register-environment qa --tier testing', 'register-environment live-eu --tier production --limit 6h'],
  define(command) {
    command
      .argument('<name>', 'the environment')
      .optionsGroup('What it is:')
      .addOption(listed(new Option('--tier <tier>', 'what it is for (default: by its name)'), tiers))
      .option('--order <number>', 'place on the way of promotion; production has 50')
      .option('--limit <span>', 'after this long without a word a deployment counts as abandoned (default: 24h)');
    addRecordingOptions(command);
  },
  async run(call) {
    const { tier, order, limit, idempotencyKey }: EnvironmentOptions = call.options;
    const claim = {
      type: 'environment' as const,
      name: call.operands[0],
      tier,
      order: decimal('--order', order),
      limit,
      idempotencyKey,
    };
    await recordClaim(call, claim, {
      fields: { name: 'the name', tier: '--tier', order: '--order', limit: '--limit' },
      sentence: ({ id }) => `Environment registered: ${id}`,
      view: async (ledger, { id, ...recorded }) => ({
        ...(await ledger.environments()).find((environment) => environment.name === id),
        ...recorded,
      }),
    });
  },
};
