import { tokenRevoked } from '../../domain/decide/token.ts';
import { LedgerError } from '../../domain/errors.ts';
import { instant } from '../../domain/instant.ts';
import type { RecorderPorts } from '../record/recorder.ts';
import { readToken } from './read-token.ts';
import { type Asked, tokenTransaction } from './token-transaction.ts';
import type { RevokedToken } from './token-view.ts';

/**
 * Makes a token useless and records that, unless somebody did before.
 * @throws LedgerError `not-found`.
 */
export function revokeToken(ports: RecorderPorts, id: string, asked: Asked): Promise<RevokedToken> {
  return tokenTransaction(ports, asked, async ({ transaction, nowMs, record }) => {
    const row = await transaction.tokens.withId(id);
    if (row === undefined) throw noToken(id);
    const { revoked } = await readToken(transaction, row);
    if (revoked !== undefined) return { id, revokedAt: revoked.occurredAt, already: true };
    await record(tokenRevoked(id, asked.by, { nowMs, source: asked.source }));
    await transaction.tokens.end(id, Math.min(row.endsMs ?? nowMs, nowMs));
    return { id, revokedAt: instant(nowMs), already: false };
  });
}

function noToken(id: string): LedgerError {
  return new LedgerError('not-found', `there is no token ${JSON.stringify(id)}`, {
    field: 'id',
    hint: 'their ids are listed by: deploy-ledger token list',
  });
}
