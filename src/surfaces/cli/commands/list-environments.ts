import type { EnvironmentView } from '../../../app/views.ts';
import type { Column } from '../../../renderers/column.ts';
import { formatDuration } from '../../../renderers/times/format-span.ts';
import type { CommandModule } from '../command-module.ts';
import { withLedger } from '../with-ledger.ts';

export const command: CommandModule = {
  examples: ['list-environments'],
  define: () => undefined,
  async run(call) {
    const environments = await withLedger(call, 'read', (ledger) => ledger.environments());
    await call.output.rows(environments, { columns: columns(call.output.isForPeople), empty: 'No environments.' });
  },
};

function columns(forPeople: boolean): readonly Column<EnvironmentView>[] {
  return [
    { name: 'name', value: ({ name }) => name },
    { name: 'tier', value: ({ tier }) => tier },
    { name: 'order', value: ({ order }) => order, align: 'right' },
    forPeople
      ? { name: 'limit', value: ({ limitMs }) => formatDuration(limitMs / 1000) }
      : { name: 'limitMs', value: ({ limitMs }) => limitMs, align: 'right' },
    { name: 'registered', value: ({ registered }) => registered, wide: true },
  ];
}
