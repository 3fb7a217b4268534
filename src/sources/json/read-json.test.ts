import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimsIn, collect, inChunks, outcomes } from '../../../test/support/file-readings.ts';
import { LedgerError } from '../../domain/errors.ts';
import { readJson } from './read-json.ts';

const api = { type: 'deployment', service: 'api', version: '2.3.0', environment: 'production', id: 'deploy-1' };
const web = { type: 'rollback', service: 'web', fromVersion: '2', toVersion: '1', reason: 'slow', id: 'r-1' };

describe('readJson', () => {
  it('reads an array of records, and a list as it is answered over HTTP', async () => {
    expect(await claimsIn(readJson(inChunks(JSON.stringify([api, web]))))).toEqual([api, web]);
    expect(await claimsIn(readJson(inChunks(JSON.stringify({ items: [api, web], next: null }))))).toEqual([api, web]);
  });

  it('reads a record of its own, and one whose type has items', async () => {
    expect(await claimsIn(readJson(inChunks(JSON.stringify(api))))).toEqual([api]);
    expect(await claimsIn(readJson(inChunks(JSON.stringify({ ...api, items: [] }))))).toEqual([{ ...api, items: [] }]);
  });

  it('gives a record without an id the key of its row', async () => {
    const { id: _, ...anonymous } = api;
    const [first, second] = await claimsIn(readJson(inChunks(JSON.stringify([anonymous, anonymous]))));
    expect(first?.idempotencyKey).toMatch(/^row:.*:1$/);
    expect(second?.idempotencyKey).toBe(first?.idempotencyKey?.replace(/1$/, '2'));
  });

  it('counts records, reports the broken ones and goes on', async () => {
    const file = `[${JSON.stringify(api)},\n {"type":},\n 42, ${JSON.stringify(web)}]`;
    expect(await outcomes(readJson(inChunks(file)))).toEqual([
      '1',
      '2: not JSON: a value was expected and "}" found at line 2, column 10',
      '3: a record is a JSON object, not 42',
      '4',
    ]);
  });

  it('reports one bad item of a list without its neighbours', async () => {
    expect(await outcomes(readJson(inChunks(JSON.stringify({ items: [api, null, web] }))))).toEqual([
      '1',
      '2: a record is a JSON object, not null',
      '3',
    ]);
  });

  it('never fails with anything but a LedgerError, whatever the bytes', async () => {
    const likelyText = fc
      .string({ unit: fc.constantFrom(...'{}[]:,"\\a1 \n'), maxLength: 40 })
      .map((text) => Buffer.from(text));
    const bytes = fc.oneof(fc.uint8Array({ maxLength: 60 }), likelyText);
    await fc.assert(
      fc.asyncProperty(bytes, fc.integer({ min: 1, max: 8 }), async (file, size) => {
        const failure = await collect(readJson(inChunks(file, size))).then(
          () => undefined,
          (error: unknown) => error,
        );
        expect(failure === undefined || failure instanceof LedgerError).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
