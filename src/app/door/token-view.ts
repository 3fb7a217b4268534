import type { TokenEvidence } from '../../domain/facts/token.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Role } from '../../domain/roles.ts';

export type TokenState = 'active' | 'expired' | 'revoked';

/** What a token may do: names that it is limited to, null for all. */
export interface TokenScope {
  readonly role: Role;
  readonly environments: readonly string[] | null;
  readonly services: readonly string[] | null;
}

/** A token as its administrators see it; its secret is nowhere. */
export interface TokenView extends TokenScope {
  readonly id: string;
  /** Null when it named a person who was erased. */
  readonly name: string | null;
  readonly state: TokenState;
  readonly createdAt: Instant;
  /** The person who created it, or whose run of a CI system did; null when none was named, or they were erased. */
  readonly initiator: string | null;
  /** The token that asked for it. */
  readonly createdBy: string | null;
  readonly expiresAt: Instant | null;
  readonly revokedAt: Instant | null;
  readonly lastUsedAt: Instant | null;
  /** What a CI system signed about the run that it was given to. */
  readonly evidence: TokenEvidence | null;
}

/** A new token: the only time that its secret is seen. */
export interface CreatedToken extends TokenScope {
  readonly id: string;
  readonly token: string;
  readonly name: string;
  readonly expiresAt: Instant | null;
  /** Index of the fact that it was created. */
  readonly index: number;
}

export interface RevokedToken {
  readonly id: string;
  readonly revokedAt: Instant;
  /** Whether it had been revoked before. */
  readonly already: boolean;
}

/** Who holds a secret that was given out and is good. */
export interface TokenHolder extends TokenScope {
  readonly id: string;
  readonly name: string | null;
  readonly expiresMs: number | null;
}

/** A browser's stay: a secret of its own, for a cookie. */
export interface OpenedSession {
  readonly secret: string;
  readonly expiresMs: number;
  readonly holder: TokenHolder;
}
