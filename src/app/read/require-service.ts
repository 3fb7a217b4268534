import { LedgerError } from '../../domain/errors.ts';
import { didYouMean } from '../../domain/suggest.ts';
import type { ReadStore } from '../../projections/read-store.ts';

/**
 * The name under which a service is known.
 * @throws LedgerError `not-found` for one that nobody registered, deployed or named.
 */
export function requireService(typed: string, names: readonly string[]): string {
  const name = typed.normalize('NFC');
  if (names.includes(name)) return name;
  throw new LedgerError('not-found', `unknown service ${JSON.stringify(typed)}${didYouMean(name, names)}`, {
    field: 'service',
    hint: 'list them with: deploy-ledger list-services',
  });
}

/**
 * The name under which a service of the ledger is known; undefined when none is asked for.
 * @throws LedgerError `not-found` for one that nobody registered, deployed or named as a dependency: it would look like a service
 * to which nothing happens.
 */
export async function requireServiceOf(
  store: ReadStore,
  typed: string | undefined,
  knownAt: number | undefined,
): Promise<string | undefined> {
  if (typed === undefined) return undefined;
  const services = await store.services({ knownAt });
  return requireService(
    typed,
    services.flatMap(({ name, dependsOn }) => [name, ...dependsOn]),
  );
}
