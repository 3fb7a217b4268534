import type { Draft } from '../facts/fact.ts';
import type { TokenEvidence } from '../facts/token.ts';
import { type Instant, instant } from '../instant.ts';
import type { Role } from '../roles.ts';
import type { Context } from './context.ts';
import { Secrets } from './drafting.ts';

/** Who changes a token: a person by name, another token by id, neither or both. */
export interface Authority {
  readonly person?: string | undefined;
  readonly token?: string | undefined;
}

export interface NewToken {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly environments?: readonly string[] | undefined;
  readonly services?: readonly string[] | undefined;
  readonly expiresAt?: Instant | undefined;
  readonly evidence?: TokenEvidence | undefined;
}

/** The fact that a token was created. */
export function tokenCreated(token: NewToken, by: Authority, context: Pick<Context, 'nowMs' | 'source'>): Draft {
  const secrets = new Secrets();
  const initiator = secrets.person('/data/initiator', by.person);
  secrets.list.push({ path: '/data/name', value: token.name, person: false });
  const at = instant(context.nowMs);
  return {
    fact: {
      data: {
        createdBy: by.token,
        environments: token.environments,
        evidence: token.evidence && inOrder(token.evidence),
        expiresAt: token.expiresAt,
        initiator,
        name: { sealed: '' },
        role: token.role,
        services: token.services,
        token: token.id,
      },
      occurredAt: at,
      recordedAt: at,
      source: context.source,
      type: 'token.created',
      v: 1,
    },
    secrets: secrets.list,
  };
}

/** The fact that a token was revoked. */
export function tokenRevoked(id: string, by: Authority, context: Pick<Context, 'nowMs' | 'source'>): Draft {
  const secrets = new Secrets();
  const initiator = secrets.person('/data/initiator', by.person);
  const at = instant(context.nowMs);
  return {
    fact: {
      data: { initiator, revokedBy: by.token, token: id },
      occurredAt: at,
      recordedAt: at,
      source: context.source,
      type: 'token.revoked',
      v: 1,
    },
    secrets: secrets.list,
  };
}

/** With its keys in the order of canonical JSON, however it was put together. */
function inOrder({ commit, issuer, repository, runId, subject, workflow }: TokenEvidence): TokenEvidence {
  return { commit, issuer, repository, runId, subject, workflow };
}
