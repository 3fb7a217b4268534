import { compareCodePoints } from '../../analysis/code-point-order.ts';
import { builtinEnvironments } from '../../domain/environments.ts';
import type { Knowledge, ReadStore } from '../../projections/read-store.ts';
import type { EnvironmentView } from '../views.ts';

/** The environments that every ledger knows and those registered, in the order of promotion; a registered one replaces its namesake. */
export async function listEnvironments(store: ReadStore, knowledge?: Knowledge): Promise<EnvironmentView[]> {
  const byName = new Map<string, EnvironmentView>();
  for (const environment of builtinEnvironments) byName.set(environment.name, { ...environment, registered: false });
  for (const { name, tier, order, limitMs } of await store.environments(knowledge)) {
    byName.set(name, { name, tier, order, limitMs, registered: true });
  }
  return [...byName.values()].sort((a, b) => a.order - b.order || compareCodePoints(a.name, b.name));
}
