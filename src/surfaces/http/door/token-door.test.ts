import { expect, it } from 'vitest';
import { openHttpTest } from '../../../../test/support/http-test.ts';
import { bearer, giveToken, realDoor } from '../../../../test/support/token-door.ts';

const path = '/api/v1/deployments/d1';
const deployment = { id: 'd1', service: 'api', version: '1', environment: 'production' };
const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;

it('lets everybody on this machine in while there never was a token, and nobody else', async () => {
  const http = await openHttpTest({ door: realDoor() });
  expect((await http.post('/api/v1/deployments', deployment)).status).toBe(201);
  for (const header of ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via']) {
    expect((await http.get(path, { [header]: 'for=192.0.2.1' })).status).toBe(401);
  }
  const outside = await openHttpTest({ door: realDoor(), peer: { address: '192.0.2.1', secure: false } });
  expect((await outside.get(path)).status).toBe(401);
});

it('asks everybody for a token once there was one, and says how to get it', async () => {
  const http = await openHttpTest({ door: realDoor() });
  const created = await giveToken(http, {});
  const refused = await http.get(path);
  expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  expect(await refused.json()).toMatchObject({
    code: 'unauthenticated',
    hint: expect.stringContaining('deploy-ledger token create'),
  });
  expect((await http.get('/api/v1/session', bearer(created))).status).toBe(200);
  await (await http.ledger.tokens()).revoke(created.id, { by: {}, source: 'cli' });
  expect((await http.get(path)).status).toBe(401);
});

it('says of a token that is none, expired or revoked what is wrong with it', async () => {
  let nowMs = Date.now();
  const http = await openHttpTest({ door: realDoor({ nowMs: () => nowMs }) });
  const revoked = await giveToken(http, {});
  await (await http.ledger.tokens()).revoke(revoked.id, { by: {}, source: 'cli' });
  const expired = await giveToken(http, { expires: '1h' });
  nowMs += 7_200_000;
  const messages = [
    ['dl_x', 'that is no token'],
    [revoked.token, `the token ${revoked.id} was revoked at`],
    [expired.token, `the token ${expired.id} expired at`],
  ] as const;
  for (const [token, message] of messages) {
    const answer = await http.get(path, bearer({ token }));
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toMatch(
      /^Bearer error="invalid_token", error_description="[ -~]+"$/,
    );
    expect(await answer.json()).toMatchObject({ detail: expect.stringContaining(message) });
  }
});

it('gives each role what it may do, and no more', async () => {
  const http = await openHttpTest({ door: realDoor() });
  const statusesOf = async (role: string) => {
    const headers = bearer(await giveToken(http, { role }));
    const answers = [
      await http.get('/api/v1/session', headers),
      await http.post('/api/v1/deployments', { ...deployment, id: role }, headers),
      await http.get('/api/v1/tokens', headers),
    ];
    return answers.map(({ status }) => status);
  };
  expect(await statusesOf('viewer')).toEqual([200, 403, 403]);
  expect(await statusesOf('auditor')).toEqual([200, 403, 403]);
  expect(await statusesOf('deployer')).toEqual([200, 201, 403]);
  expect(await statusesOf('admin')).toEqual([200, 201, 200]);
});

it('holds a token to its services and environments', async () => {
  const http = await openHttpTest({ door: realDoor() });
  const headers = bearer(await giveToken(http, { role: 'deployer', services: ['api'], environments: ['production'] }));
  expect((await http.post('/api/v1/deployments', deployment, headers)).status).toBe(201);
  for (const other of [{ service: 'web' }, { environment: 'staging' }]) {
    const answer = await http.post('/api/v1/deployments', { ...deployment, id: 'd2', ...other }, headers);
    expect([answer.status, await codeOf(answer)]).toEqual([403, 'forbidden']);
  }
});

it('leaves no secret in the log of the server', async () => {
  const http = await openHttpTest({ door: realDoor() });
  const { token } = await giveToken(http, {});
  await http.get(path, bearer({ token }));
  await http.get(path, bearer({ token: `${token}x` }));
  await http.post('/api/v1/session', { token });
  expect(http.log.length).toBeGreaterThan(2);
  expect(JSON.stringify(http.log)).not.toContain(token.slice(3, 40));
});
