import { beforeEach, describe, expect, it } from 'vitest';
import { type HttpTest, openHttpTest } from '../../../../../test/support/http-test.ts';

let http: HttpTest;
beforeEach(async () => {
  http = await openHttpTest();
});

type Result = { readonly line: number; readonly id?: string; readonly index?: number; readonly code?: string };

const record = (version: string, more = {}) =>
  JSON.stringify({ type: 'deployment', service: 'api', version, environment: 'production', ...more });

function send(body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>, headers = {}): Promise<Response> {
  const ndjson = { 'content-type': 'application/x-ndjson', ...headers };
  return http.request('/api/v1/batch', { method: 'POST', headers: ndjson, body, duplex: 'half' } as RequestInit);
}

async function resultsOf(answer: Response): Promise<Result[]> {
  const lines = (await answer.text()).split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as Result);
}

/** A body that asks for each line when the server takes one, and counts them. */
function endless(sent: { count: number }): ReadableStream<Uint8Array> {
  return new ReadableStream(
    {
      pull(controller) {
        sent.count += 1;
        controller.enqueue(Buffer.from(`${record(String(sent.count))}\n`));
      },
    },
    { highWaterMark: 0 },
  );
}

describe('a batch', () => {
  it('records its lines in their order and says of each what became of it', async () => {
    const lines = Array.from({ length: 700 }, (_, i) => record(String(i)));
    lines[3] = '{"type":"deployment"';
    lines[5] = '';
    lines[7] = record('7', { environment: 'qa-7' });
    lines[9] = '{"type":{"toString":1}}';
    lines[11] = '[1]';
    const results = await resultsOf(await send(lines.join('\r\n')));
    expect(results.map(({ line }) => line)).toEqual(lines.flatMap((line, i) => (line === '' ? [] : [i + 1])));
    expect(results.filter(({ code }) => code === 'invalid').map(({ line }) => line)).toEqual([4, 10, 12]);
    const indexes = results.flatMap(({ index }) => index ?? []);
    expect(indexes).toEqual([...indexes].sort((a, b) => a - b));
    expect(await http.ledger.size()).toBe(indexes.length + 1);
    expect((await http.ledger.environments()).map(({ name }) => name)).toContain('qa-7');
  });

  it('can be sent again without a double, with one key for all lines or one in each', async () => {
    const body = [record('1'), record('2', { idempotencyKey: 'own' }), record('3')].join('\n');
    const first = await resultsOf(await send(body, { 'idempotency-key': 'nightly' }));
    const again = await resultsOf(await send(body, { 'idempotency-key': 'nightly' }));
    expect(again).toEqual(first.map((result) => ({ ...result, duplicate: true })));
    expect(await resultsOf(await send(record('2', { idempotencyKey: 'own' })))).toMatchObject([{ duplicate: true }]);
    expect(await http.ledger.size()).toBe(3);
  });

  it('answers a line before the next one is sent', async () => {
    let feed: ReadableStreamDefaultController<Uint8Array> | undefined;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        feed = controller;
      },
    });
    const reader = (await send(body)).body?.getReader();
    for (const version of ['1', '2']) {
      feed?.enqueue(Buffer.from(`${record(version)}\n`));
      const { value } = (await reader?.read()) ?? {};
      expect(JSON.parse(Buffer.from(value ?? []).toString())).toMatchObject({ line: Number(version) });
    }
    feed?.close();
    expect(await reader?.read()).toMatchObject({ done: true });
  });

  it('refuses lines that are too long or no text, and goes on behind them', async () => {
    const long = record('1', { message: 'x'.repeat(1_100_000) });
    const body = Buffer.concat([
      Buffer.from(`${long}\n`),
      Buffer.from([0x22, 0xff, 0x22, 0x0a]),
      Buffer.from(record('2')),
    ]);
    const results = await resultsOf(await send(body));
    expect(results.map(({ code }) => code)).toEqual(['invalid', 'invalid', undefined]);
  });

  it('takes no more while nobody takes its results, and stops when the client goes away', async () => {
    const sent = { count: 0 };
    const answer = await send(endless(sent));
    const reader = answer.body?.getReader();
    await reader?.read();
    let before = -1;
    while (before !== sent.count) {
      before = sent.count;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    expect(sent.count).toBeLessThan(20_000);
    await reader?.cancel();
    const stopped = sent.count;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(sent.count).toBeLessThanOrEqual(stopped + 1);
    expect(await http.ledger.size()).toBeLessThanOrEqual(sent.count);
  });
});
