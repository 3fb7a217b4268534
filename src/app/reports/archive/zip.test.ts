import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ArchiveFile } from './archive-file.ts';
import { ZipArchive } from './read-zip.ts';
import { writeZip } from './write-zip.ts';
import type { ArchiveSource } from './zip-directory.ts';

async function* each(files: readonly ArchiveFile[]) {
  yield* files;
}

async function zipped(...files: ArchiveFile[]): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeZip(each(files))) pieces.push(piece);
  return Buffer.concat(pieces);
}

function sourceOf(bytes: Uint8Array): ArchiveSource {
  return { size: bytes.length, read: async (offset, length) => bytes.subarray(offset, offset + length) };
}

const open = (bytes: Uint8Array) => ZipArchive.open(sourceOf(bytes));
const damaged = { code: 'invalid', message: expect.stringContaining('not a change report') };

const anyFile = fc.record({
  path: fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }),
  content: fc.array(fc.oneof(fc.uint8Array({ maxLength: 3000, size: 'max' }), fc.string({ unit: 'grapheme' }))),
  isDense: fc.boolean(),
});

test('gives back every file as it was, in its order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(anyFile, { selector: ({ path }) => path, maxLength: 8 }), async (files) => {
      const archive = await open(await zipped(...files));
      expect(archive.paths).toEqual(files.map(({ path }) => path));
      for (const { path, content } of files) {
        expect(await archive.whole(path)).toEqual(Buffer.concat(content.map((piece) => Buffer.from(piece))));
      }
    }),
    { numRuns: 50 },
  );
});

test('makes the same bytes of the same files', async () => {
  const files = [{ path: 'a/b', content: ['x'.repeat(100_000)] }];
  expect(await zipped(...files)).toEqual(await zipped(...files));
  expect((await zipped(...files)).length).toBeLessThan(1000);
});

test('reads nothing into memory that is longer than was expected', async () => {
  const archive = await open(await zipped({ path: 'a', content: ['x'.repeat(100_000)] }));
  await expect(archive.whole('a', 99_999)).rejects.toMatchObject(damaged);
  expect(await archive.whole('a', 100_000)).toHaveLength(100_000);
});

test('reads no archive in which another program could find something else', async () => {
  const bytes = await zipped({ path: 'a', content: ['1'] }, { path: 'b', content: ['2'] });
  const twice = await zipped({ path: 'a', content: ['1'] }, { path: 'a', content: ['2'] });
  const renamed = Buffer.from(bytes);
  renamed.write('c', renamed.indexOf('a'));
  for (const wrong of [Buffer.concat([Buffer.of(0), bytes]), Buffer.concat([bytes, Buffer.of(0)]), twice]) {
    await expect(open(wrong)).rejects.toMatchObject(damaged);
  }
  const archive = await open(renamed);
  await expect(archive.whole('a')).rejects.toMatchObject(damaged);
  expect(await archive.whole('b')).toEqual(Buffer.from('2'));
});

test('fails in no other way, whatever byte is changed or cut off', async () => {
  const bytes = await zipped({ path: 'a', content: ['some words, some words, some words'] });
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (place, change) => {
      const other = Buffer.from(bytes);
      other[place] = (other[place] ?? 0) ^ change;
      const read = open(other).then((archive) => archive.whole('a'));
      // What can be read in spite of it is for the one to compare who knows what should be there.
      await read.catch((error: unknown) => expect(error).toMatchObject(damaged));
    }),
  );
  await expect(open(bytes.subarray(0, 40))).rejects.toMatchObject(damaged);
  await expect(open(new Uint8Array())).rejects.toMatchObject(damaged);
});

test('does not read on when a file turns out longer than it says', async () => {
  const bytes = await zipped({ path: 'a', content: ['0'.repeat(1_000_000)] });
  const entry = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  bytes.writeUInt32LE(10, entry + 24);
  bytes.writeUInt32LE(10, entry - 4);
  await expect(open(bytes).then((archive) => archive.whole('a'))).rejects.toThrow('a is longer than it says');
});
