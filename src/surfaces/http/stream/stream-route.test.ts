import { beforeEach, describe, expect, it } from 'vitest';
import { type HttpTest, openHttpTest } from '../../../../test/support/http-test.ts';

let http: HttpTest;
const claim = (service: string) => ({ type: 'deployment', service, version: '1', environment: 'production' });
const record = (service: string) => http.ledger.record(claim(service), { source: 'test' });

beforeEach(async () => {
  http = await openHttpTest();
});

/** Reads events until there are so many, then goes away. */
async function events(path: string, count: number, headers: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const answer = await http.get(path, headers);
  expect(answer.headers.get('content-type')).toBe('text/event-stream');
  const ids: string[] = [];
  let text = '';
  for await (const chunk of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
    text += new TextDecoder().decode(chunk);
    ids.splice(
      0,
      ids.length,
      ...[...text.matchAll(/^id: (\d+)\nevent: (\S+)$/gm)].map(([, id, type]) => `${id} ${type}`),
    );
    if (ids.length >= count) break;
  }
  return ids;
}

describe('the stream', () => {
  it('tells facts from an index on, and goes on with those that come', async () => {
    await record('api');
    const told = events('/api/v1/stream?from=0', 2);
    await record('web');
    expect(await told).toEqual(['0 deployment.recorded', '1 deployment.recorded']);
  });

  it('goes on behind the last event that a client has seen', async () => {
    for (const service of ['a', 'b', 'c']) await record(service);
    const told = await events('/api/v1/stream', 1, { 'last-event-id': '1' });
    expect(told).toEqual(['2 deployment.recorded']);
  });

  it('tells only what is asked for, of reports too that name their deployment only', async () => {
    const { id } = await record('api');
    await record('web');
    const report = { type: 'deployment-status', deployment: id, status: 'failure' };
    await http.ledger.record(report, { source: 'test' });
    expect(await events('/api/v1/stream?from=0&service=api', 2)).toEqual([
      '0 deployment.recorded',
      '2 deployment.finished',
    ]);
    expect(await events('/api/v1/stream?from=0&type=deployment.finished', 1)).toEqual(['2 deployment.finished']);
  });

  it('refuses an index that is none', async () => {
    expect((await http.get('/api/v1/stream?from=x')).status).toBe(422);
  });
});

describe('the log', () => {
  it('is served as tiles that lead to the checkpoint', async () => {
    for (let i = 0; i < 3; i++) await record('api');
    const checkpoint = await (await http.get('/log/checkpoint')).text();
    expect(checkpoint.split('\n')[1]).toBe('3');
    expect((await (await http.get('/log/tile/0/000.p/3')).arrayBuffer()).byteLength).toBe(96);
    expect((await http.get('/log/tile/entries/000.p/3')).status).toBe(200);
    expect((await http.get('/log/tile/0/000')).status).toBe(404);
    expect((await http.get('/log/tile/0/1')).status).toBe(422);
  });
});
