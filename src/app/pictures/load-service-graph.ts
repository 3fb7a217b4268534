import { buildDependencyGraph, type DependencyGraph } from '../../analysis/dependencies/dependency-graph.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import type { PictureScope } from './picture-scope.ts';

/** Loads who depends on whom; where an environment is named, among the services that run there at the end of the window. */
export async function loadServiceGraph(
  store: LedgerStore,
  { environment, toMs, knownAt }: PictureScope,
): Promise<DependencyGraph> {
  const services = await store.services({ knownAt });
  if (environment === undefined) return buildDependencyGraph(services);
  const running = await store.running({ environment, asOfMs: toMs, knownAt });
  const here = new Set(running.map(({ service }) => service));
  return buildDependencyGraph(
    services
      .filter(({ name }) => here.has(name))
      .map((row) => ({ ...row, dependsOn: row.dependsOn.filter((name) => here.has(name)) })),
  );
}
