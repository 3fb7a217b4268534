import type { Column } from '../../../renderers/column.ts';
import type { Check } from '../check.ts';
import { toneOf } from '../columns/tones.ts';
import type { CommandModule } from '../command-module.ts';
import { statusOf } from '../exit-status.ts';

const columns: readonly Column<Check>[] = [
  { name: 'state', value: ({ state }) => state, style: toneOf },
  { name: 'name', value: ({ name }) => name },
  { name: 'message', value: ({ message }) => message },
];

export const command: CommandModule = {
  examples: ['doctor', 'doctor --format json'],
  description:
    'Check the program, the ledger, its key and its surroundings. The exit status is that of the worst failure.',
  define: () => undefined,
  async run({ host, settings, output }) {
    const checks: Check[] = [];
    for await (const check of host.diagnose(settings)) checks.push(check);
    const shown = output.isForPeople ? columns : [...columns, hintColumn];
    await output.rows(checks, { columns: shown, name: ({ name }) => name, empty: '' });
    for (const { name, hint } of checks) {
      if (hint !== undefined && output.isForPeople) await output.note(`  ${name}: ${hint}`);
    }
    return Math.max(0, ...checks.map(({ failure }) => (failure === undefined ? 0 : statusOf(failure))));
  },
};

const hintColumn: Column<Check> = { name: 'hint', value: ({ hint }) => hint };
