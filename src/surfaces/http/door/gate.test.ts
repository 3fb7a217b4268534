import { expect, it } from 'vitest';
import { openHttpTest } from '../../../../test/support/http-test.ts';
import { bearer, giveToken, realDoor } from '../../../../test/support/token-door.ts';

const outside = { address: '192.0.2.1', secure: false };

async function limited(rateLimit: number) {
  const clock = { nowMs: Date.now() };
  const http = await openHttpTest({
    door: realDoor(),
    nowMs: () => clock.nowMs,
    settings: { rateLimit },
    peer: outside,
  });
  return { http, clock };
}

it('tells each token what it may still ask for, and when to come back', async () => {
  const { http, clock } = await limited(1);
  const headers = bearer(await giveToken(http, {}));
  const answers = [];
  for (let i = 0; i < 11; i++) answers.push(await http.get('/api/v1/session', headers));
  expect(answers.map(({ status }) => status)).toEqual([...Array.from({ length: 10 }, () => 200), 429]);
  expect(answers[0]?.headers.get('ratelimit')).toBe('"default";r=9;t=1');
  expect(answers[0]?.headers.get('ratelimit-policy')).toBe('"default";q=10;w=10');
  const refused = answers.at(-1);
  expect(refused?.headers.get('retry-after')).toBe('1');
  expect(refused?.headers.get('ratelimit')).toBe('"default";r=0;t=10');
  expect(await refused?.json()).toMatchObject({ code: 'overloaded', status: 429 });
  expect((await http.get('/api/v1/session', bearer(await giveToken(http, {})))).status).toBe(200);
  clock.nowMs += 1000;
  expect((await http.get('/api/v1/session', headers)).status).toBe(200);
});

it('counts strangers by their address, whatever they ask for and whatever secrets they try', async () => {
  const { http } = await limited(1);
  const { token } = await giveToken(http, {});
  for (let i = 0; i < 5; i++) {
    expect((await http.get('/api/v1/deployments/d1', bearer({ token: `${token}${i}` }))).status).toBe(401);
    expect((await http.get('/nowhere')).status).toBe(404);
  }
  expect((await http.get('/nowhere')).status).toBe(429);
  expect((await http.get('/api/v1/deployments/d1', bearer({ token: 'dl_x' }))).status).toBe(429);
  expect((await http.get('/api/v1/session', bearer({ token }))).status).toBe(200);
});

it('counts nobody where the door is open, or counting is off', async () => {
  const http = await openHttpTest({ door: realDoor(), settings: { rateLimit: 1 } });
  for (let i = 0; i < 20; i++) {
    const answer = await http.get('/nowhere');
    expect([answer.status, answer.headers.has('ratelimit')]).toEqual([404, false]);
  }
  const off = await openHttpTest({ door: realDoor(), settings: { rateLimit: null }, peer: outside });
  for (let i = 0; i < 20; i++) expect((await off.get('/nowhere')).status).toBe(404);
});
