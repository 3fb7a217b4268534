import type { CiRule } from '../../app/door/ci/ci-rule.ts';
import { exchangeIdentity } from '../../app/door/ci/exchange-identity.ts';
import type { Ledger } from '../../app/ledger.ts';
import { tokenDoor } from '../../surfaces/http/door/token-door.ts';
import type { Door } from '../../surfaces/http/http-host.ts';
import { requireDoor } from './require-door.ts';
import { identityVerifier } from './verify-identity.ts';

export interface DoorSettings {
  /** The address at which the server listens. */
  readonly host: string;
  /** Which runs of a CI system get a token, as of this moment. */
  rules(): readonly CiRule[];
}

export interface OpenedDoor {
  readonly door: Door;
  /** Whether everybody on this machine is let in, as no token was ever created. */
  readonly isOpen: boolean;
}

/**
 * Hangs the door of a server.
 * @throws LedgerError `forbidden` as requireDoor does.
 */
export async function openDoor(
  ledger: Ledger,
  { host, rules }: DoorSettings,
  nowMs: () => number,
): Promise<OpenedDoor> {
  const tokens = await ledger.tokens();
  const { isOpen } = requireDoor(host, await tokens.any());
  const verify = identityVerifier(nowMs);
  const exchange = (identity: string) => exchangeIdentity({ tokens, rules: rules(), verify }, identity);
  return { door: tokenDoor({ tokens, nowMs, exchange }), isOpen };
}
