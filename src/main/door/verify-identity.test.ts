import { UnsecuredJWT } from 'jose';
import { beforeEach, expect, it } from 'vitest';
import { type LocalIssuer, openLocalIssuer } from '../../../test/support/local-issuer.ts';
import { identityVerifier } from './verify-identity.ts';

let issuer: LocalIssuer;
let nowMs = Date.now();
beforeEach(async () => {
  issuer = await openLocalIssuer();
  nowMs = Date.now();
});

const claims = { sub: 'repo:octo/api:ref:refs/heads/main', aud: 'ledger', repository: 'octo/api' };
const verifier = () => {
  const verify = identityVerifier(() => nowMs);
  return (jwt: string) => verify(jwt, new Map([[issuer.address, ['other', 'ledger']]]));
};

it('gives the claims that a trusted issuer signed, and asks for its keys once', async () => {
  const verify = verifier();
  for (let i = 0; i < 3; i++) expect(await verify(await issuer.sign(claims))).toMatchObject(claims);
  expect(issuer.asked).toEqual(['/.well-known/openid-configuration', '/jwks']);
});

it('refuses what was signed for others, by others, too late, too early, without an end, or not at all', async () => {
  const verify = verifier();
  const [head, , signature] = (await issuer.sign(claims)).split('.');
  const other = Buffer.from(JSON.stringify({ ...claims, iss: issuer.address, exp: 1e12, iat: 1 })).toString(
    'base64url',
  );
  const bad = {
    audience: await issuer.sign({ ...claims, aud: 'somebody-else' }),
    late: await issuer.sign(claims, nowMs - 3_600_000),
    early: await issuer.sign({ ...claims, nbf: Math.floor(nowMs / 1000) + 3600 }),
    endless: await issuer.sign({ ...claims, exp: undefined }),
    nobody: await issuer.sign({ ...claims, sub: undefined }),
    unsigned: new UnsecuredJWT({ ...claims, iss: issuer.address }).setIssuedAt().setExpirationTime('5m').encode(),
    tampered: `${head}.${other}.${signature}`,
    nonsense: 'a.b.c',
    empty: '',
  };
  for (const [why, jwt] of Object.entries(bad)) {
    await expect(verify(jwt), why).rejects.toMatchObject({ code: 'unauthenticated' });
  }
  await issuer.loseKey();
  await expect(verify(await issuer.sign(claims))).rejects.toMatchObject({ code: 'unauthenticated' });
});

it('asks no issuer that no rule trusts', async () => {
  const verify = identityVerifier(() => nowMs);
  const rejected = verify(await issuer.sign(claims), new Map([['https://other.example', ['ledger']]]));
  await expect(rejected).rejects.toMatchObject({ code: 'unauthenticated', message: expect.stringContaining('trusts') });
  expect(issuer.asked).toEqual([]);
});

it('says when an issuer cannot be asked, and asks again the next time', async () => {
  const verify = verifier();
  const jwt = await issuer.sign(claims);
  issuer.fail();
  for (let i = 0; i < 2; i++) await expect(verify(jwt)).rejects.toMatchObject({ code: 'unreachable' });
  expect(issuer.asked.length).toBe(2);
});
