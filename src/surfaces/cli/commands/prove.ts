import type { CommandModule } from '../command-module.ts';
import { withLedger } from '../with-ledger.ts';

export const command: CommandModule = {
  examples: ['prove deploy-1705339200-4f9k2mq7xr > deployment.tlog-proof', 'prove 42'],
  description:
    'Print a C2SP tlog-proof of the fact that recorded a deployment, rollback or incident, or of the fact of an ' +
    'index. It holds the fact, and whoever has the verifier key can check it without the ledger.',
  define(command) {
    command.argument('<id>', 'id of a deployment, rollback or incident, or index of a fact');
  },
  async run(call) {
    const { operands, output } = call;
    const proved = await withLedger(call, 'sign', (ledger) => ledger.prove(operands[0] ?? ''));
    if (output.askedForFormat) await output.record(proved, { name: String(proved.index) });
    else await output.data(proved.proof);
  },
};
