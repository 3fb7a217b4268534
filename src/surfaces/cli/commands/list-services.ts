import type { ServiceView } from '../../../app/views.ts';
import type { Column } from '../../../renderers/column.ts';
import type { CommandModule } from '../command-module.ts';
import { withLedger } from '../with-ledger.ts';

const columns: readonly Column<ServiceView>[] = [
  { name: 'name', value: ({ name }) => name },
  { name: 'serviceType', value: ({ serviceType }) => serviceType },
  { name: 'tier', value: ({ tier }) => tier },
  { name: 'owners', value: ({ owners }) => owners.join(',') || null },
  { name: 'dependsOn', value: ({ dependsOn }) => dependsOn.join(',') || null },
  { name: 'repository', value: ({ repository }) => repository, wide: true },
  { name: 'healthCheck', value: ({ healthCheck }) => healthCheck, wide: true },
  { name: 'registered', value: ({ registered }) => registered, wide: true },
];

export const command: CommandModule = {
  examples: ['list-services', 'list-services --format name'],
  description: 'List every service that was registered or that something was recorded about.',
  define: () => undefined,
  async run(call) {
    const services = await withLedger(call, 'read', (ledger) => ledger.services());
    await call.output.rows(services, {
      columns,
      empty: 'No services. They appear when something is recorded about them.',
    });
  },
};
