import { LedgerError } from '../../../domain/errors.ts';
import { fieldTone } from '../columns/tones.ts';
import type { CommandModule } from '../command-module.ts';
import { clockOf, knownAt } from '../options/times.ts';
import { readableDeployment } from '../output/readable-deployment.ts';
import { withLedger } from '../with-ledger.ts';

interface GetOptions {
  readonly deploymentId?: string;
  readonly knownAt?: string;
}

export const command: CommandModule = {
  examples: ['get-deployment deploy-1705339200-4f9k2mq7xr', 'get-deployment --deployment-id 42 --known-at 2026-01-15'],
  description: 'Show a deployment, every fact about it in the order of the log, and the proof that it is recorded.',
  define(command) {
    command
      .argument('[id]', 'the deployment')
      .optionsGroup('Which:')
      .option('--deployment-id <id>', 'the same, if not named before')
      .option('--known-at <time|index>', 'as the ledger knew it then, or up to that fact');
  },
  async run(call) {
    const { deploymentId, knownAt: known }: GetOptions = call.options;
    const id = call.operands[0] ?? deploymentId;
    if (id === undefined) {
      throw new LedgerError('invalid', 'which deployment?', {
        hint: 'name its id; find it with: deploy-ledger list-deployments',
      });
    }
    const at = knownAt(known, clockOf(call));
    const deployment = await withLedger(call, 'read', (ledger) => ledger.deployment(id, at));
    await call.output.record(readableDeployment(deployment, call.output.format), {
      name: deployment.id,
      style: fieldTone,
    });
  },
};
