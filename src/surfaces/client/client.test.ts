import { expect, test } from 'vitest';
import { openHttpTest } from '../../../test/support/http-test.ts';
import { connect } from './connect.ts';
import type { Fetch } from './transport/transport.ts';

const deployment = { service: 'api', version: '1', environment: 'production' };

async function opened() {
  const server = await openHttpTest();
  const fetch: Fetch = (url, init) => server.request(url.pathname + url.search, init);
  return { fetch, server, client: connect({ url: 'http://localhost', fetch }) };
}

test('shows what was recorded, typed by the views', async () => {
  const { client } = await opened();
  const { id } = await client.recordDeployment(deployment);
  await client.reportDeploymentStatus(id, { message: 'all is well' });
  expect(await client.getDeployment(id)).toMatchObject({ ...deployment, message: 'all is well', index: 0 });
  expect((await client.showMetrics({ metric: ['frequency'], groupBy: ['service'] })).groups[0]?.by).toEqual({
    service: 'api',
  });
});

test('a list is its first page, and with for await all of them, of one state of the log', async () => {
  const { client } = await opened();
  for (let version = 0; version < 7; version++)
    await client.recordDeployment({ ...deployment, version: String(version) });
  const list = client.listDeployments({ limit: 3 });
  expect((await list).items).toHaveLength(3);
  await client.recordDeployment({ ...deployment, version: 'later' });
  const versions: string[] = [];
  for await (const { version } of list) versions.push(version);
  expect(versions.sort()).toEqual(['0', '1', '2', '3', '4', '5', '6']);
});

test('times and lists in filters are written as the server reads them', async () => {
  const { client } = await opened();
  await client.recordDeployment({ ...deployment, finishedAt: '2026-01-01T00:00:00Z' });
  const from = new Date('2026-01-02T00:00:00Z');
  expect((await client.listDeployments({ from })).items).toEqual([]);
  expect((await client.listDeployments({ to: from, environment: undefined })).items).toHaveLength(1);
  expect((await client.listRunning({ asOf: '2025-12-31' })).items).toEqual([]);
});

test('a batch whose answer breaks off is sent again, and nothing is doubled', async () => {
  const { fetch, client } = await opened();
  let broken = 0;
  const breaking: Fetch = async (url, init) => {
    const response = await fetch(url, init);
    if (broken++ > 0) return response;
    const text = await response.text();
    return new Response(text.slice(0, text.length / 2), { headers: response.headers });
  };
  const records = Array.from({ length: 600 }, (_, i) => ({
    type: 'deployment' as const,
    ...deployment,
    version: String(i),
  }));
  const lines: number[] = [];
  for await (const result of connect({ url: 'http://localhost', fetch: breaking }).recordBatch(records)) {
    expect(result).toHaveProperty('index');
    lines.push(result.line);
  }
  expect(lines).toEqual(records.map((_, i) => i + 1));
  const { items } = await client.listDeployments({ limit: 1000 });
  expect(items).toHaveLength(600);
});

test('a line of a batch that is refused says why, and the others are recorded', async () => {
  const { client } = await opened();
  const records = [
    { type: 'deployment' as const, ...deployment },
    { type: 'deployment-status' as const, deployment: 'none' },
  ];
  const results = [];
  for await (const result of client.recordBatch(records)) results.push(result);
  expect(results).toMatchObject([
    { line: 1, index: 0 },
    { line: 2, code: 'not-found' },
  ]);
});

test('a stream that breaks off goes on behind the last fact that came', async () => {
  const { fetch, client } = await opened();
  const asked: (string | null)[] = [];
  const breaking: Fetch = async (url, init) => {
    asked.push(new Headers(init.headers).get('last-event-id'));
    const response = await fetch(url, init);
    return new Response(response.body?.pipeThrough(afterOneEvent()), response);
  };
  for (let version = 0; version < 3; version++)
    await client.recordDeployment({ ...deployment, version: String(version) });
  const stop = new AbortController();
  const facts = connect({ url: 'http://localhost', fetch: breaking }).streamFacts(
    { from: 0 },
    { signal: stop.signal, pauseMs: 0 },
  );
  const seen: number[] = [];
  for await (const { index } of facts) {
    seen.push(index);
    if (index === 1) await client.recordDeployment({ ...deployment, version: 'late' });
    if (index === 3) stop.abort();
  }
  expect(seen).toEqual([0, 1, 2, 3]);
  expect(asked.length).toBeGreaterThan(1);
  expect(asked[0]).toBeNull();
});

/** Lets the first chunk of events through and breaks the connection then. */
function afterOneEvent(): TransformStream<Uint8Array, Uint8Array> {
  return new TransformStream({
    transform(chunk, controller) {
      controller.enqueue(chunk);
      if (chunk.length > 10) controller.terminate();
    },
  });
}

test('a log that does not verify is a report, not an error', async () => {
  const report = { ok: false, size: 1, root: '', checkpoint: null, failures: [{ index: 0, where: 'fact', why: 'x' }] };
  const fetch: Fetch = async () => Response.json({ code: 'unverified', detail: 'no', ...report }, { status: 409 });
  expect(await connect({ url: 'http://localhost', fetch }).verifyLedger()).toEqual(report);
});
