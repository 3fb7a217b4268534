import type { Instant } from '../instant.ts';
import type { Role } from '../roles.ts';
import type { Envelope, Sealed, SealedPerson } from './envelope.ts';

/** What a CI system signed about the run that a token was given to; nothing of it is a person. */
export interface TokenEvidence {
  readonly commit?: string | undefined;
  /** The address of the identity provider. */
  readonly issuer: string;
  readonly repository?: string | undefined;
  readonly runId?: string | undefined;
  readonly subject?: string | undefined;
  readonly workflow?: string | undefined;
}

/** Somebody, or a run of a CI system, was given access. Neither the secret nor its hash is in the log. */
export interface TokenCreated extends Envelope {
  readonly data: {
    /** The token that asked for it; absent when it was made at the ledger itself. */
    readonly createdBy?: string | undefined;
    /** Names that it is limited to; all when absent. */
    readonly environments?: readonly string[] | undefined;
    readonly evidence?: TokenEvidence | undefined;
    /** Absent when it lasts until it is revoked. */
    readonly expiresAt?: Instant | undefined;
    readonly initiator?: SealedPerson | undefined;
    /** Free text, which may well name a person. */
    readonly name: Sealed;
    readonly role: Role;
    readonly services?: readonly string[] | undefined;
    readonly token: string;
  };
  readonly type: 'token.created';
}

/** A token was made useless before its time. */
export interface TokenRevoked extends Envelope {
  readonly data: {
    readonly initiator?: SealedPerson | undefined;
    /** The token that asked for it; absent when that was done at the ledger itself. */
    readonly revokedBy?: string | undefined;
    readonly token: string;
  };
  readonly type: 'token.revoked';
}

export type TokenFact = TokenCreated | TokenRevoked;
