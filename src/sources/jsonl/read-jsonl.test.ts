import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimsIn, collect, inChunks, outcomes } from '../../../test/support/file-readings.ts';
import { LedgerError } from '../../domain/errors.ts';
import { readJsonl } from './read-jsonl.ts';

const record = { type: 'deployment', service: 'api', version: '2.3.0', environment: 'production', id: 'deploy-1' };

describe('readJsonl', () => {
  it('gives back every record that was written one a line, with any line ends and chunks', async () => {
    const records = fc.array(
      fc.record({
        type: fc.constant('deployment'),
        id: fc.string({ unit: 'grapheme', minLength: 1 }),
        message: fc.string(),
      }),
    );
    await fc.assert(
      fc.asyncProperty(
        records,
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 9 }),
        async (written, end, size) => {
          const file = written.map((each) => JSON.stringify(each)).join(end);
          expect(await claimsIn(readJsonl(inChunks(file, size)))).toEqual(written);
        },
      ),
    );
  });

  it('skips blank lines, and counts them', async () => {
    const line = JSON.stringify(record);
    expect(await outcomes(readJsonl(inChunks(`\n${line}\n\r\n  \n${line}\n`)))).toEqual(['2', '5']);
  });

  it('reports a broken line with its line and column, and reads the others', async () => {
    const file = `${JSON.stringify(record)}\n{"type":"deployment" "id":1}\n[]\n${JSON.stringify(record)}`;
    expect(await outcomes(readJsonl(inChunks(file)))).toEqual([
      '1',
      '2: not JSON: "," or the closing bracket was expected and "\\"id\\":1}" found at line 2, column 22',
      '3: a record is a JSON object, not []',
      '4',
    ]);
  });

  it('refuses a line that no record could be, instead of holding it in memory', async () => {
    async function* endless() {
      for (;;) yield Buffer.alloc(1_000_000, 'a');
    }
    await expect(collect(readJsonl(endless()))).rejects.toThrow('line 1 is longer than 16777216 characters');
  });

  it('never fails with anything but a LedgerError, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), async (file) => {
        const failure = await collect(readJsonl(inChunks(file, 7))).then(
          () => undefined,
          (error: unknown) => error,
        );
        expect(failure === undefined || failure instanceof LedgerError).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
