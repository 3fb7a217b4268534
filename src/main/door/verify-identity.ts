import { createRemoteJWKSet, decodeJwt, errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { IdentityClaims } from '../../app/door/ci/ci-rule.ts';
import type { VerifyIdentity } from '../../app/door/ci/exchange-identity.ts';
import { LedgerError } from '../../domain/errors.ts';
import { keySetAddress } from './key-set-address.ts';

const algorithms = ['RS256', 'PS256', 'ES256', 'EdDSA'];
const skewSeconds = 60;
const timeoutMs = 5000;

/** Checks JSON Web Tokens by the keys that their issuers publish; the keys are kept until an issuer signs with another one. */
export function identityVerifier(nowMs: () => number): VerifyIdentity {
  const keySets = new Map<string, JWTVerifyGetKey>();
  const keysOf = async (issuer: string) => {
    const known = keySets.get(issuer);
    if (known !== undefined) return known;
    const keys = createRemoteJWKSet(await keySetAddress(issuer, timeoutMs), { timeoutDuration: timeoutMs });
    keySets.set(issuer, keys);
    return keys;
  };
  return async (jwt, audiences) => {
    const issuer = issuerIn(jwt);
    const audience = audiences.get(issuer);
    // Only those who are trusted are asked for their keys: a stranger's token must not make this server call anybody.
    if (audience === undefined) throw refused(`no rule of this server trusts ${JSON.stringify(issuer)}`);
    const options = { issuer, audience: [...audience], algorithms, clockTolerance: skewSeconds };
    const currentDate = new Date(nowMs());
    const keys = await keysOf(issuer);
    try {
      return (await jwtVerify(jwt, keys, { ...options, currentDate, requiredClaims: ['exp', 'iat', 'sub'] })).payload;
    } catch (error) {
      throw explained(error, issuer);
    }
  };
}

function issuerIn(jwt: string): string {
  let claims: IdentityClaims;
  try {
    claims = decodeJwt(jwt);
  } catch {
    throw refused('that is no JSON Web Token');
  }
  return typeof claims['iss'] === 'string' ? claims['iss'] : '';
}

const faultsOfToken = [
  errors.JWTExpired,
  errors.JWTClaimValidationFailed,
  errors.JWTInvalid,
  errors.JWSInvalid,
  errors.JWSSignatureVerificationFailed,
  errors.JWKSNoMatchingKey,
  errors.JOSEAlgNotAllowed,
];

function explained(error: unknown, issuer: string): LedgerError {
  const why = error instanceof Error ? error.message : String(error);
  if (faultsOfToken.some((fault) => error instanceof fault)) return refused(`the identity cannot be relied on: ${why}`);
  return new LedgerError('unreachable', `cannot ask ${issuer} for its keys: ${why}`, { cause: error });
}

function refused(message: string): LedgerError {
  return new LedgerError('unauthenticated', message, {
    hint: 'ask the CI system for an identity token with the issuer and audience of a rule in server.ci',
  });
}
