import type { CommandModule } from '../command-module.ts';

interface InitOptions {
  readonly name?: string;
}

export const command: CommandModule = {
  examples: ['init', 'init --database ./team.db --name ledger.example.com/team'],
  description: 'Create the ledger and its signing key; where they are already, only say so.',
  define(command) {
    command
      .optionsGroup('The new ledger:')
      .option('--name <name>', 'its name for ever, such as ledger.example.com/team (default: a random one)');
  },
  async run({ host, settings, options, output }) {
    const { name }: InitOptions = options;
    const report = await host.initLedger(settings, name);
    if (output.quiet) return;
    await output.record(report, { name: report.ledger });
    const where = settings.database.layer === 'flag' ? ` --database ${settings.database.value}` : '';
    await output.note(
      `\nNext: ${host.program} record-deployment --service my-app --version 1.0.0 --environment production${where}`,
    );
  },
};
