import { LedgerError } from '../../../domain/errors.ts';
import type { Caller } from '../door/caller.ts';

/** What a token is limited to; null for all. */
export type Scope = Pick<Caller, 'environments' | 'services'>;

/** Where something happened; undefined where that is no question, null where nobody knows. */
export interface Place {
  readonly service?: string | null | undefined;
  readonly environment?: string | null | undefined;
}

/** A query that asks for one place at most. */
export interface PlaceQuery {
  readonly service?: string | undefined;
  readonly environment?: string | undefined;
}

export function isLimited({ environments, services }: Scope): boolean {
  return environments !== null || services !== null;
}

/** Whether what happened there is for this token. */
export function admits(scope: Scope, { service, environment }: Place): boolean {
  return isAmong(service, scope.services) && isAmong(environment, scope.environments);
}

/** @throws LedgerError `forbidden`, which says what the token is limited to and nothing of what it asked for. */
export function requireAdmitted(scope: Scope, place: Place): void {
  if (!admits(scope, place)) throw outOfScope(scope);
}

export function outOfScope(scope: Scope): LedgerError {
  return new LedgerError('forbidden', `this token is limited to ${limitsOf(scope)}, and this is about something else`, {
    hint: 'ask for what it is limited to, or use another token',
  });
}

/** @throws LedgerError `forbidden`: what cannot be told apart by service and environment is for unlimited tokens. */
export function refuseLimited(scope: Scope): never {
  throw new LedgerError(
    'forbidden',
    `this takes a token without limits, and this one is limited to ${limitsOf(scope)}`,
  );
}

/**
 * A query, narrowed to what the token may see.
 * @throws LedgerError `forbidden` for a place beyond it, and for a query that leaves open which of several.
 */
export function narrow<Query extends PlaceQuery>(scope: Scope, query: Query): Query {
  return {
    ...query,
    service: narrowName(scope, 'service', query.service, scope.services),
    environment: narrowName(scope, 'environment', query.environment, scope.environments),
  };
}

function narrowName(
  scope: Scope,
  field: string,
  asked: string | undefined,
  allowed: readonly string[] | null,
): string | undefined {
  if (allowed === null) return asked;
  if (asked !== undefined) {
    if (isAmong(asked, allowed)) return asked;
    throw outOfScope(scope);
  }
  const [only, ...others] = allowed;
  if (only === undefined) throw outOfScope(scope);
  if (others.length === 0) return only;
  throw new LedgerError('forbidden', `this token is limited to ${limitsOf(scope)}: say which ${field}`, {
    field,
    hint: `one of: ${allowed.join(', ')}`,
  });
}

function isAmong(name: string | null | undefined, allowed: readonly string[] | null): boolean {
  return allowed === null || name === undefined || (name !== null && allowed.includes(name.normalize('NFC')));
}

function limitsOf({ environments, services }: Scope): string {
  const limits = [
    ...(services === null ? [] : [`the services ${services.join(', ')}`]),
    ...(environments === null ? [] : [`the environments ${environments.join(', ')}`]),
  ];
  return limits.join(' and ');
}
