import { LedgerError } from '../../domain/errors.ts';
import { isLoopback } from '../serve/allowed-hosts.ts';

/**
 * Makes sure that nobody gets in who should not, and says whether the door is open to all on this machine.
 * @throws LedgerError `forbidden` for an address that others can reach, as long as there never was a token.
 */
export function requireDoor(host: string, tokensExist: boolean): { readonly isOpen: boolean } {
  if (tokensExist) return { isOpen: false };
  if (isLoopback(host)) return { isOpen: true };
  throw new LedgerError('forbidden', `refusing to listen at ${host}: everybody who reaches it could read and record`, {
    field: 'host',
    hint: 'create a token first, with: deploy-ledger token create --name admin --role admin',
  });
}
