import { LedgerError } from '../../../domain/errors.ts';
import type { CreatedToken } from '../token-view.ts';
import type { Tokens } from '../tokens.ts';
import { type CiRule, type IdentityClaims, ruleFor } from './ci-rule.ts';
import { evidenceIn, personIn } from './evidence.ts';

/** Long enough for a deployment to begin and to be recorded. */
const lifetime = '15m';

/**
 * Checks who signed a JSON Web Token, for whom and when, and says what it claims. Which keys an issuer has is asked of the issuer.
 * @throws LedgerError `unauthenticated` unless one of `audiences`' issuers signed it for one of its audiences and it is of now;
 * `unreachable` when the issuer does not say its keys.
 */
export type VerifyIdentity = (
  jwt: string,
  audiences: ReadonlyMap<string, readonly string[]>,
) => Promise<IdentityClaims>;

export interface ExchangePorts {
  readonly tokens: Tokens;
  readonly rules: readonly CiRule[];
  readonly verify: VerifyIdentity;
}

/**
 * Gives a token of 15 minutes to a run of a CI system that proves who it is, and keeps the proof's claims in the log.
 * @throws LedgerError `forbidden` when no rule lets it in, and what VerifyIdentity throws.
 */
export async function exchangeIdentity({ tokens, rules, verify }: ExchangePorts, jwt: string): Promise<CreatedToken> {
  const claims = await verify(jwt, audiencesOf(rules));
  const evidence = evidenceIn(claims);
  const rule = ruleFor(rules, claims);
  const run = [evidence.repository ?? evidence.subject ?? evidence.issuer, evidence.runId].filter(Boolean).join(' ');
  if (rule === undefined) {
    throw new LedgerError('forbidden', `no rule of this server gives a token to ${run}`, {
      hint: 'an administrator adds one to server.ci in the config file',
    });
  }
  const { role, environments, services } = rule;
  const request = { name: `CI ${run}`, role, environments, services, expires: lifetime };
  return tokens.create(request, { by: { person: personIn(claims) }, source: 'oidc', evidence });
}

function audiencesOf(rules: readonly CiRule[]): Map<string, string[]> {
  const audiences = new Map<string, string[]>();
  for (const { issuer, audience } of rules) audiences.set(issuer, [...(audiences.get(issuer) ?? []), audience]);
  return audiences;
}
