import type { ReadStore } from '../../projections/read-store.ts';
import { listEnvironments } from './list-environments.ts';

/** The names of the environments of tier production, in the order of promotion: what is looked at unless one is named. */
export async function productionEnvironments(store: ReadStore, knownAt: number | undefined): Promise<string[]> {
  const environments = await listEnvironments(store, { knownAt });
  return environments.filter(({ tier }) => tier === 'production').map(({ name }) => name);
}
