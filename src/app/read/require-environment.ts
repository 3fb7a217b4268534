import { LedgerError } from '../../domain/errors.ts';
import { didYouMean } from '../../domain/suggest.ts';
import type { ReadStore } from '../../projections/read-store.ts';
import { listEnvironments } from './list-environments.ts';

/**
 * The name under which an environment is known; undefined when none is asked for.
 * @throws LedgerError `invalid` for a name that nobody registered: it would look like an environment in which nothing happens.
 */
export async function requireEnvironment(store: ReadStore, typed: string): Promise<string>;
export async function requireEnvironment(store: ReadStore, typed: string | undefined): Promise<string | undefined>;
export async function requireEnvironment(store: ReadStore, typed: string | undefined): Promise<string | undefined> {
  if (typed === undefined) return undefined;
  const name = typed.normalize('NFC');
  const names = (await listEnvironments(store)).map((environment) => environment.name);
  if (names.includes(name)) return name;
  throw new LedgerError('invalid', `unknown environment ${JSON.stringify(typed)}${didYouMean(name, names)}`, {
    field: 'environment',
    hint: `known are: ${names.join(', ')}; register a new one with: deploy-ledger register-environment NAME --tier TIER`,
  });
}
