import type { TokenCreated, TokenFact, TokenRevoked } from '../domain/facts/token.ts';
import { instantMs } from '../domain/instant.ts';

/** What the log says of a token. */
export interface TokenState {
  readonly created: TokenCreated;
  /** By its first revocation; undefined while nobody revoked it. */
  readonly revoked: TokenRevoked | undefined;
  readonly expiresMs: number | null;
}

/** Folds the facts of one token in log order; undefined without the one that created it. */
export function foldToken(facts: readonly TokenFact[]): TokenState | undefined {
  const created = facts.find((fact): fact is TokenCreated => fact.type === 'token.created');
  if (created === undefined) return undefined;
  const { expiresAt } = created.data;
  return {
    created,
    revoked: facts.find((fact): fact is TokenRevoked => fact.type === 'token.revoked'),
    expiresMs: expiresAt === undefined ? null : instantMs(expiresAt),
  };
}
