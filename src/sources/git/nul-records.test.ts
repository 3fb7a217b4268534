import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nulRecords } from './nul-records.ts';

async function* inPieces(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let start = 0;
  for (const size of sizes) {
    yield bytes.subarray(start, start + size);
    start += size;
  }
  yield bytes.subarray(start);
}

it('finds the same records however the output was cut', async () => {
  const field = fc
    .string({ unit: fc.constantFrom('a', 'é', '🚀', '\n', ',') })
    .filter((text) => !text.startsWith('\n'));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(field, field)), fc.array(fc.nat(9)), async (records, sizes) => {
      const bytes = Buffer.from(records.map((fields) => `${fields.join('\0')}\0\n`).join(''));
      const found: string[][] = [];
      for await (const record of nulRecords(inPieces(bytes, sizes), 2)) found.push(record.map(String));
      expect(found).toEqual(records);
    }),
  );
});
