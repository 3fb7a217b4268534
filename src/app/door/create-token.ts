import { tokenCreated } from '../../domain/decide/token.ts';
import type { TokenEvidence } from '../../domain/facts/token.ts';
import { newId } from '../../domain/ids.ts';
import { instant } from '../../domain/instant.ts';
import type { RecorderPorts } from '../record/recorder.ts';
import { newToken, secretHash } from './secrets.ts';
import { expiryOf, type TokenRequest } from './token-request.ts';
import { type Asked, tokenTransaction } from './token-transaction.ts';
import type { CreatedToken } from './token-view.ts';

/**
 * Creates a token and records that; of its secret only the hash is kept.
 * @throws LedgerError `invalid` for an expiry that is no time to come.
 */
export function createToken(
  ports: RecorderPorts,
  request: TokenRequest,
  asked: Asked & { readonly evidence?: TokenEvidence | undefined },
): Promise<CreatedToken> {
  const { name, role, environments, services } = request;
  const { by, source, evidence } = asked;
  return tokenTransaction(ports, asked, async ({ transaction, nowMs, record }) => {
    const endsMs = expiryOf(request, nowMs) ?? null;
    const expiresAt = endsMs === null ? undefined : instant(endsMs);
    const id = newId('token', nowMs, ports.random);
    const token = newToken(ports.random);
    const claim = { id, name, role, environments, services, expiresAt, evidence };
    const index = await record(tokenCreated(claim, by, { nowMs, source }));
    await transaction.tokens.insert({ id, hash: secretHash(token), index, endsMs, lastUsedMs: null });
    const scope = { role, environments: environments ?? null, services: services ?? null };
    return { id, token, ...scope, name, expiresAt: expiresAt ?? null, index };
  });
}
