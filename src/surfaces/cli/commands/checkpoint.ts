import type { CommandModule } from '../command-module.ts';
import { withLedger } from '../with-ledger.ts';

export const command: CommandModule = {
  examples: ['checkpoint > checkpoint-2026-01.txt', 'verify --against checkpoint-2026-01.txt'],
  description:
    'Print the signed checkpoint of the log, a C2SP signed note. Keep it away from the ledger: with it anybody can ' +
    'later check that no fact before it was changed or removed.',
  define: () => undefined,
  async run(call) {
    await call.output.data(await withLedger(call, 'sign', (ledger) => ledger.checkpoint()));
  },
};
