import type { Ledger } from '../../../app/ledger.ts';
import { type Caller, mayAct } from '../door/caller.ts';
import { ledgerWithin } from './ledger-within.ts';
import { isLimited } from './scope.ts';
import { withoutPersons } from './without-persons.ts';

/**
 * The ledger that a caller gets to see and to write: the one place where the limits of tokens and the privacy of persons are kept. Made
 * for each request anew.
 */
export function ledgerFor(ledger: Ledger, caller: Caller): Ledger {
  const shown = mayAct(caller.role, 'auditor') ? ledger : withoutPersons(ledger);
  return isLimited(caller) ? ledgerWithin(shown, caller) : shown;
}
