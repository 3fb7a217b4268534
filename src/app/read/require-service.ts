import { LedgerError } from '../../domain/errors.ts';
import { didYouMean } from '../../domain/suggest.ts';

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
