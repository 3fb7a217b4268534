import * as v from 'valibot';
import { name, oneOf } from '../../../domain/claims/fields.ts';
import { fitsAnything, fitsPattern } from './claim-pattern.ts';

/** What an identity provider signed about a run. */
export type IdentityClaims = Readonly<Record<string, unknown>>;

/** Claims of GitHub and GitLab that say whose run it is. Any customer of theirs can make a run that the rest is true of. */
const owners = [
  'sub',
  'repository',
  'repository_id',
  'repository_owner',
  'repository_owner_id',
  'project_path',
  'project_id',
  'namespace_path',
  'namespace_id',
];

const isSafeAddress = (text: string) =>
  /^https:\/\/./.test(text) || /^http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(text);

/** Which runs of a CI system get a token, and what it may do. */
export const ciRule = v.strictObject({
  /** The address of the identity provider, as it stands in `iss`. */
  issuer: v.pipe(v.string(), v.check(isSafeAddress, 'is no https address')),
  audience: name,
  /** What the claims have to be, by their name: patterns with `*`. */
  where: v.pipe(
    v.record(v.string(), v.string()),
    v.check(
      (where) => owners.some((owner) => where[owner] !== undefined && !fitsAnything(where[owner])),
      `lets in anybody's runs; name whose, by one of: ${owners.join(', ')}`,
    ),
  ),
  /** Nobody becomes an administrator by pushing to a repository. */
  role: oneOf('role', ['viewer', 'deployer', 'auditor'] as const),
  environments: v.optional(v.array(name)),
  services: v.optional(v.array(name)),
});

export type CiRule = v.InferOutput<typeof ciRule>;

/** The first rule that lets a run in. */
export function ruleFor(rules: readonly CiRule[], claims: IdentityClaims): CiRule | undefined {
  const audiences = [claims['aud']].flat();
  return rules.find(
    ({ issuer, audience, where }) =>
      issuer === claims['iss'] &&
      audiences.includes(audience) &&
      Object.entries(where).every(([claim, pattern]) => fits(claims[claim], pattern)),
  );
}

function fits(claim: unknown, pattern: string): boolean {
  if (typeof claim !== 'string' && typeof claim !== 'number' && typeof claim !== 'boolean') return false;
  return fitsPattern(String(claim), pattern);
}
