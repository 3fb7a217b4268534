import { correctedFields } from '../claims/corrected-fields.ts';
import { deploymentFields } from '../claims/deployment-options.ts';
import { recordedDeployment } from '../claims/recorded-deployment.ts';
import { addNewEnvironmentOption, addRecordingOptions } from '../claims/recording-options.ts';
import type { CommandModule } from '../command-module.ts';
import { gather } from '../options/lists.ts';
import { recordClaim } from '../record-claim.ts';

interface CorrectionOptions {
  readonly set?: readonly string[];
  readonly reason?: string;
  readonly idempotencyKey?: string;
}

export const command: CommandModule = {
  examples: [
    'correct-deployment deploy-1705339200-4f9k2mq7xr --set version=2.3.1 --reason "typing error"',
    'correct-deployment deploy-1705339200-4f9k2mq7xr --set completed=2026-01-15T10:15:00Z --set status=partial -r "late report"',
  ],
  description: 'Correct an earlier claim. The old one stays in the log, and --known-at still shows it.',
  define(command) {
    command
      .argument('<id>', 'the deployment')
      .optionsGroup('What was wrong:')
      .option('--set <field=value>', 'a field with its right value; may be repeated', gather)
      .option('-r, --reason <text>', 'why it was wrong (required)');
    addNewEnvironmentOption(addRecordingOptions(command));
  },
  async run(call) {
    const { set = [], reason, idempotencyKey }: CorrectionOptions = call.options;
    const claim = {
      type: 'correction' as const,
      deployment: call.operands[0],
      set: correctedFields(set),
      reason,
      idempotencyKey,
    };
    const fields = Object.entries(deploymentFields).map(([field, option]) => [
      `set.${field}`,
      `--set ${option.slice(2)}`,
    ]);
    await recordClaim(call, claim, {
      fields: { ...Object.fromEntries(fields), deployment: 'the ID' },
      sentence: ({ id }) => `Deployment corrected: ${id}`,
      view: recordedDeployment,
    });
  },
};
