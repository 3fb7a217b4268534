import type { CiRule } from '../../src/app/door/ci/ci-rule.ts';
import { exchangeIdentity, type VerifyIdentity } from '../../src/app/door/ci/exchange-identity.ts';
import type { CreatedToken } from '../../src/app/door/token-view.ts';
import type { Ledger } from '../../src/app/ledger.ts';
import { tokenDoor } from '../../src/surfaces/http/door/token-door.ts';
import type { Door } from '../../src/surfaces/http/http-host.ts';
import type { HttpTest } from './http-test.ts';

export interface DoorCircumstances {
  readonly nowMs?: () => number;
  readonly rules?: readonly CiRule[];
  readonly verify?: VerifyIdentity;
}

const trustsNobody: VerifyIdentity = async () => ({});

/** Hangs a real door before the ledger of a test. */
export function realDoor({ nowMs = Date.now, rules = [], verify = trustsNobody }: DoorCircumstances = {}) {
  return async (ledger: Ledger): Promise<Door> => {
    const tokens = await ledger.tokens();
    return tokenDoor({ tokens, nowMs, exchange: (identity) => exchangeIdentity({ tokens, rules, verify }, identity) });
  };
}

/** Creates a token as the command line does. */
export async function giveToken({ ledger }: HttpTest, request: object): Promise<CreatedToken> {
  return (await ledger.tokens()).create({ name: 'test', role: 'admin', ...request }, { by: {}, source: 'cli' });
}

export function bearer({ token }: { readonly token: string }): { readonly authorization: string } {
  return { authorization: `Bearer ${token}` };
}
