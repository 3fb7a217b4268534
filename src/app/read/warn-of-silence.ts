import type { Span } from '../../analysis/span.ts';
import { shellWord } from '../../domain/shell-word.ts';
import { didYouMean } from '../../domain/suggest.ts';
import type { ReadStore } from '../../projections/read-store.ts';
import { listEnvironments } from './list-environments.ts';

/** Where and when nothing was deployed. */
interface SilentScope {
  readonly service: string | undefined;
  readonly environments: readonly string[];
  readonly window: Span;
  readonly knownAt: number | undefined;
}

/** What may be the matter when nothing was deployed in a scope: an unknown service, or deployments in other environments only. */
export async function warnOfSilence(store: ReadStore, scope: SilentScope): Promise<string[]> {
  const { service, environments, knownAt } = scope;
  if (service !== undefined) {
    const names = (await store.services({ knownAt })).map(({ name }) => name);
    if (!names.includes(service))
      return [`no service ${JSON.stringify(service)} is known${didYouMean(service, names)}`];
  }
  const others = await deployedElsewhere(store, scope);
  const [first] = others;
  if (first === undefined) return [];
  const here = environments.join(', ') || 'an environment of tier production';
  return [
    `nothing was deployed to ${here} in the window, but to ${others.join(', ')} something was; ask for it with: --environment ${shellWord(first)}`,
  ];
}

async function deployedElsewhere(
  store: ReadStore,
  { service, environments, window, knownAt }: SilentScope,
): Promise<string[]> {
  const others: string[] = [];
  for (const { name } of await listEnvironments(store, { knownAt })) {
    if (environments.includes(name)) continue;
    const [any] = await store.deployments({ service, environments: [name], knownAt, ...window }, { limit: 1 });
    if (any !== undefined) others.push(name);
  }
  return others;
}
