import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type HttpTest, openHttpTest } from '../../../test/support/http-test.ts';
import { claimSchemas } from '../../domain/claims/claim.ts';
import type { Route } from './route.ts';
import { routes } from './routes.ts';

let http: HttpTest;
beforeAll(async () => {
  http = await openHttpTest();
});

/** Streams have no end. */
const tried = routes.filter(({ id }) => id !== 'streamFacts');
const writing = tried.filter(({ method }) => method === 'POST');

/** Whatever somebody did wrong is told as theirs, in a problem document. */
async function expectNoFault(answer: Response): Promise<void> {
  const text = await answer.text();
  expect(answer.status, text).toBeLessThan(500);
  if (answer.status >= 400) expect(answer.headers.get('content-type')).toBe('application/problem+json');
}

const nasty = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '',
    ' ',
    '\ud800',
    '\u0000',
    '../..',
    '%',
    '%2',
    '%00',
    'x'.repeat(5000),
    '9'.repeat(400),
    '-1',
    '1e999',
    'null',
  ),
  fc.constantFrom(
    '2026-02-30',
    '9999-12-31',
    '0',
    '-999999999d',
    '+999999999d',
    'now',
    'Mars/Olympus',
    'all',
    '@',
    'a@b@c',
  ),
);
const names = [...new Set(tried.flatMap(({ query }) => Object.keys(query?.entries ?? {})))];
const query = fc.dictionary(fc.oneof(fc.constantFrom(...names), nasty), nasty, { maxKeys: 4 });

function address({ path }: Route, parts: readonly string[], values: Readonly<Record<string, string>>): string {
  let next = 0;
  const filled = path.replaceAll(/\{\w+\*?\}/g, () => encodeURIComponent((parts[next++] ?? 'x').toWellFormed() || 'x'));
  const wellFormed = Object.entries(values).map(([name, value]): [string, string] => [
    name.toWellFormed(),
    value.toWellFormed(),
  ]);
  return `${filled}?${new URLSearchParams(wellFormed)}`;
}

const fields = [...new Set(Object.values(claimSchemas).flatMap(({ entries }) => Object.keys(entries)))];
const value: fc.Arbitrary<unknown> = fc.oneof(
  nasty,
  fc.jsonValue(),
  fc.constantFrom('success', 'production', 'api', 1e308, -0),
);
const object = fc.dictionary(fc.oneof(fc.constantFrom(...fields, '__proto__', 'toString'), nasty), value);
const body = fc.oneof(
  fc.oneof(object, fc.jsonValue()).map((json) => JSON.stringify(json)),
  fc.uint8Array().map((bytes) => Buffer.from(bytes)),
  fc.array(object, { maxLength: 5 }).map((lines) => lines.map((line) => JSON.stringify(line)).join('\n')),
);

const claim = { service: 'api', version: '1', environment: 'production' };
const base = JSON.stringify(claim).slice(0, -1);
const hostile: readonly (readonly [name: string, body: string | Uint8Array<ArrayBuffer>])[] = [
  ['nothing', ''],
  ['half of it', base],
  ['brackets, ten thousand deep', '['.repeat(10_000)],
  ['closed brackets, ten thousand deep', `${base},"metadata":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_001)}`],
  ['a name that is nested', `${base},"region":${'['.repeat(5000)}${']'.repeat(5000)}}`],
  ['a million quotes', `"${'\\"'.repeat(500_000)}`],
  ['keys twice', `${base},"service":"web","service":"api"}`],
  ['half a surrogate pair', `${base},"message":"\\ud800"}`],
  ['half a pair in free fields', `${base},"metadata":{"\\udfff":"\\ud800"}}`],
  ['a number beyond all', `${base},"replicas":1e999,"metadata":{"n":1e999}}`],
  ['an integer that no double holds', `${base},"metadata":{"n":9007199254740993}}`],
  ['a prototype', `${base},"__proto__":{"service":"x"},"metadata":{"__proto__":{"a":1}}}`],
  ['a fact that is too large', `${base},"metadata":{"a":"${'x'.repeat(900_000)}"}}`],
  ['too much', `${base},"message":"${'x'.repeat(1_100_000)}"}`],
  ['a hundred thousand keys', `{${Array.from({ length: 60_000 }, (_, i) => `"k${i}":1`).join(',')}}`],
  ['a byte order mark', `\ufeff${base}}`],
  ['no UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d])],
];

describe('a hostile request', () => {
  it.each(hostile)('is never a fault of the server: %s', async (_, content) => {
    for (const { path } of writing) {
      const init = { method: 'POST', body: content, headers: { 'content-type': 'application/json' } };
      await expectNoFault(await http.request(path.replaceAll(/\{\w+\}/g, 'x'), init));
    }
  });

  it('is never a fault of the server, whatever is asked for', async () => {
    const parts = fc.array(nasty, { minLength: 2, maxLength: 2 });
    const asked = fc.tuple(fc.constantFrom(...tried), parts, query);
    await fc.assert(
      fc.asyncProperty(asked, async ([route, names, values]) => {
        await expectNoFault(await http.request(address(route, names, values), { method: route.method }));
      }),
      { numRuns: 600 },
    );
  });

  it('is never a fault of the server, whatever is sent', async () => {
    const sent = fc.tuple(fc.constantFrom(...writing), body, nasty);
    await fc.assert(
      fc.asyncProperty(sent, async ([route, content, id]) => {
        const headers = { 'content-type': 'application/json' };
        await expectNoFault(await http.request(address(route, [id], {}), { method: 'POST', body: content, headers }));
      }),
      { numRuns: 600 },
    );
    expect(http.log.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
