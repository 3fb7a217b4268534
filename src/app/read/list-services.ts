import { compareCodePoints } from '../../analysis/code-point-order.ts';
import type { ReadStore } from '../../projections/read-store.ts';
import type { ServiceView } from '../views.ts';

/** The services that were registered or deployed, by name. */
export async function listServices(store: ReadStore): Promise<ServiceView[]> {
  const rows = await store.services();
  return rows
    .map(({ knownFrom, knownTo, ...service }): ServiceView => service)
    .sort((a, b) => compareCodePoints(a.name, b.name));
}
