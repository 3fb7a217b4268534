import type { LedgerStore } from '../../projections/read-store.ts';
import type { ExportOptions } from '../ledger.ts';
import { chosenFacts } from './chosen-facts.ts';
import { claimsOf, type ExportedClaim } from './claims-of-facts.ts';

/**
 * The claims that lead to the same ledger again, one for each fact, in the order of the log, in flat memory; a deployment's commits
 * are part of its claim. Chosen by service, environment or time they can name a deployment that was not chosen, which an import then
 * refuses, as it must.
 * @throws LedgerError `invalid` for an environment that nobody registered or a window without time.
 */
export async function* exportClaims(store: LedgerStore, options: ExportOptions): AsyncGenerator<ExportedClaim> {
  const { size } = await store.head();
  yield* claimsOf(chosenFacts(store, options, size));
}
