import { resolve } from 'node:path';
import { copyWithProgress } from '../backup/copy-with-progress.ts';
import type { CommandModule } from '../command-module.ts';

export const command: CommandModule = {
  examples: ['backup ledger-2026-01-15.db', 'backup "/backups/ledger-$(date +%F).db"'],
  description:
    'Write a copy of the ledger, as it is at this moment, into a new file, and verify it. Others may be recording meanwhile. The signing ' +
    'key is not in it: keep a copy of that elsewhere.',
  define(command) {
    command.argument('<file>', 'where to write it; nothing may be there');
  },
  async run(call) {
    const file = resolve(call.operands[0] ?? '');
    await copyWithProgress(call, file, (progress) => call.host.backUp(call.settings, file, progress));
  },
};
