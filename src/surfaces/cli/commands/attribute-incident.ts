import { addRecordingOptions } from '../claims/recording-options.ts';
import type { CommandModule } from '../command-module.ts';
import { findListed } from '../find-listed.ts';
import { recordClaim } from '../record-claim.ts';

interface AttributionOptions {
  readonly causedBy?: string;
  readonly initiator?: string;
  readonly idempotencyKey?: string;
}

export const command: CommandModule = {
  examples: ['attribute-incident INC-7 --caused-by deploy-1705339200-4f9k2mq7xr'],
  description: 'Record your decision about which deployment an incident came from. It overrides what is derived.',
  define(command) {
    command
      .argument('<id>', 'the incident')
      .optionsGroup('What caused it:')
      .option('--caused-by <id>', 'the deployment (required)')
      .option('--initiator <name>', 'who decided it (default: you)');
    addRecordingOptions(command);
  },
  async run(call) {
    const { causedBy, initiator, idempotencyKey }: AttributionOptions = call.options;
    const claim = {
      type: 'incident-attribution' as const,
      incident: call.operands[0],
      deployment: causedBy,
      initiator: initiator ?? call.host.userName(),
      idempotencyKey,
    };
    await recordClaim(call, claim, {
      fields: { incident: 'the ID', deployment: '--caused-by' },
      sentence: ({ id }) => `Incident attributed: ${id} to ${causedBy}`,
      view: (ledger, { id }) => findListed(id, (page) => ledger.incidents(page)),
    });
  },
};
