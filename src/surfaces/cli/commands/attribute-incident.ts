import { addRecordingOptions } from '../claims/recording-options.ts';
import type { CommandModule } from '../command-module.ts';
import { recordClaim } from '../record-claim.ts';

interface AttributionOptions {
  readonly causedBy?: string;
  readonly initiator?: string;
  readonly idempotencyKey?: string;
}

/** Takes the place of an id on the command line. */
const none = 'none';

export const command: CommandModule = {
  examples: [
    'attribute-incident INC-7 --caused-by deploy-1705339200-4f9k2mq7xr',
    'attribute-incident INC-7 --caused-by none',
  ],
  description:
    'Record your decision about which deployment an incident came from, or that none caused it. It outweighs what is derived, and ' +
    'every decision before it.',
  define(command) {
    command
      .argument('<id>', 'the incident')
      .optionsGroup('What caused it:')
      .option('--caused-by <id>', 'the deployment, or none (required)')
      .option('--initiator <name>', 'who decided it (default: you)');
    addRecordingOptions(command);
  },
  async run(call) {
    const { causedBy, initiator, idempotencyKey }: AttributionOptions = call.options;
    const claim = {
      type: 'incident-attribution' as const,
      incident: call.operands[0],
      ...(causedBy === none ? { noDeployment: true as const } : { deployment: causedBy }),
      initiator: initiator ?? call.host.userName(),
      idempotencyKey,
    };
    await recordClaim(call, claim, {
      fields: { incident: 'the ID', deployment: '--caused-by' },
      sentence: ({ id }) => `Incident attributed: ${id} to ${causedBy === none ? 'no deployment' : causedBy}`,
      view: (ledger, { id }) => ledger.incident(id),
    });
  },
};
