import type { ErasureReport } from '../../../app/views.ts';
import { counted } from '../../../renderers/counted.ts';
import type { CommandModule } from '../command-module.ts';
import { gather } from '../options/lists.ts';
import { withLedger } from '../with-ledger.ts';

interface ErasureOptions {
  readonly alias?: readonly string[];
  readonly dryRun?: boolean;
}

export const command: CommandModule = {
  examples: ['erase-actor "Alice Example" --alias alice@example.com --dry-run', 'erase-actor "Alice Example"'],
  description:
    'Erase a person for good: their name and every sealed text that holds it or an alias. The facts stay, and so does ' +
    'every proof. Backups and copies elsewhere are out of its reach.',
  define(command) {
    command
      .argument('<name>', 'the person, as recorded')
      .optionsGroup('What to erase:')
      .option('--alias <name>', 'another name of the same person; may be repeated', gather)
      .option('--dry-run', 'say what would be erased, and erase nothing');
  },
  async run(call) {
    const { alias = [], dryRun = false }: ErasureOptions = call.options;
    const { operands, output } = call;
    const report = await withLedger(call, dryRun ? 'try' : 'sign', (ledger) =>
      ledger.eraseActor(operands[0] ?? '', { aliases: alias, dryRun }),
    );
    if (output.askedForFormat) await output.record(report, { name: report.name });
    else await output.say(sentence(report));
    for (const rest of report.remains) await output.note(`  ${rest}`);
  },
};

function sentence({ actors, openings, dryRun }: ErasureReport): string {
  const what = `${counted(actors.length, 'person')} and ${counted(openings.length, 'sealed value')}`;
  return dryRun ? `Nothing erased (dry run). It would erase ${what}` : `Erased ${what}`;
}
