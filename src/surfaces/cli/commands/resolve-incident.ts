import { addRecordingOptions } from '../claims/recording-options.ts';
import type { CommandModule } from '../command-module.ts';
import { recordClaim } from '../record-claim.ts';

interface ResolutionOptions {
  readonly resolved?: string;
  readonly idempotencyKey?: string;
}

export const command: CommandModule = {
  examples: ['resolve-incident INC-7', 'resolve-incident INC-7 --resolved 2026-01-15T10:40:00Z'],
  define(command) {
    command
      .argument('<id>', 'the incident')
      .optionsGroup('When:')
      .option('--resolved <time>', 'when it was over (default: now)');
    addRecordingOptions(command);
  },
  async run(call) {
    const { resolved, idempotencyKey }: ResolutionOptions = call.options;
    const claim = { type: 'incident-resolution' as const, incident: call.operands[0], at: resolved, idempotencyKey };
    await recordClaim(call, claim, {
      fields: { incident: 'the ID', at: '--resolved' },
      sentence: ({ id }) => `Incident resolved: ${id}`,
      view: (ledger, { id }) => ledger.incident(id),
    });
  },
};
