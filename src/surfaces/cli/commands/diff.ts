import type { Side } from '../../../app/queries.ts';
import type { DifferenceView } from '../../../app/views.ts';
import { LedgerError } from '../../../domain/errors.ts';
import type { Column } from '../../../renderers/column.ts';
import type { CommandModule } from '../command-module.ts';
import { type Clock, clockOf, time } from '../options/times.ts';
import { addTimeZoneOption } from '../shared-options.ts';
import { withLedger } from '../with-ledger.ts';

export const command: CommandModule = {
  examples: [
    'diff staging production',
    'diff production@2026-01-01 production',
    'diff production@-7d production --all',
  ],
  description: 'Show where two environments run different versions, or what changed in one between two times.',
  define(command) {
    command
      .argument('<a>', 'an environment, or an environment at a time: production@2026-01-01')
      .argument('<b>', 'what to compare it with')
      .optionsGroup('Which:')
      .option('--all', 'also what is the same on both sides');
    addTimeZoneOption(command);
  },
  async run(call) {
    const [a = '', b = ''] = call.operands;
    const clock = clockOf(call);
    const sides = [side(a, clock), side(b, clock)] as const;
    const rows = await withLedger(call, 'read', (ledger) => ledger.diff(...sides));
    const shown = call.options['all'] === true ? rows : rows.filter(({ change }) => change !== 'same');
    await call.output.rows(shown, { columns: columns(a, b, call.output.isForPeople), empty: 'No differences.' });
  },
};

/** What follows the last `@` is a time. */
function side(text: string, clock: Clock): Side {
  const at = text.lastIndexOf('@');
  const environment = at < 0 ? text : text.slice(0, at);
  if (environment.trim() !== '') {
    return at < 0 ? { environment } : { environment, asOfMs: time(text, text.slice(at + 1), clock) };
  }
  throw new LedgerError('invalid', `${JSON.stringify(text)} names no environment`, {
    hint: 'write staging, or production@2026-01-01',
  });
}

function columns(a: string, b: string, forPeople: boolean): readonly Column<DifferenceView>[] {
  return [
    { name: 'service', value: ({ service }) => service },
    { name: 'region', value: ({ region }) => region },
    { name: forPeople ? a : 'a', value: (row) => row.a },
    { name: forPeople ? b : 'b', value: (row) => row.b },
    { name: 'change', value: ({ change }) => change },
  ];
}
