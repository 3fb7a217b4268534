import { resolve } from 'node:path';
import { copyWithProgress } from '../backup/copy-with-progress.ts';
import type { CommandModule } from '../command-module.ts';

interface RestoreCommandOptions {
  readonly readOnly?: boolean;
}

export const command: CommandModule = {
  examples: ['restore ledger-2026-01-15.db', 'restore ledger-2026-01-15.db --database ./looked-at.db --read-only'],
  description:
    'Verify a backup and put it where the ledger was; nothing may be there any more. A backup that lacks facts which were signed on this ' +
    'machine is refused: recording would go on from it as if they had never been.',
  define(command) {
    command
      .argument('<file>', 'the backup')
      .option('--read-only', 'restore it even if signed facts are lost: it can be read, and refuses to record');
  },
  async run(call) {
    const { readOnly = false }: RestoreCommandOptions = call.options;
    const { host, settings, operands, output } = call;
    const backup = resolve(operands[0] ?? '');
    const { lost } = await copyWithProgress(call, settings.database.value, (progress) =>
      host.restore(settings, backup, { forReading: readOnly, progress }),
    );
    if (lost === null) return;
    await output.warn(`the facts ${lost.from} to ${lost.to} are lost; what is left can be read, and refuses to record`);
  },
};
