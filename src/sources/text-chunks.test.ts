import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collect, inChunks } from '../../test/support/file-readings.ts';
import { LedgerError } from '../domain/errors.ts';
import { countLineEnds, textChunks } from './text-chunks.ts';

const textOf = async (bytes: Uint8Array, size?: number) => (await collect(textChunks(inChunks(bytes, size)))).join('');

describe('textChunks', () => {
  it('gives back any text, however its bytes are cut, packed or not', async () => {
    const text = fc.string({ unit: 'binary', minLength: 1 }).filter((value) => !value.startsWith('\ufeff'));
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), fc.boolean(), async (value, size, packed) => {
        const bytes = Buffer.from(value);
        expect(await textOf(packed ? gzipSync(bytes) : bytes, size)).toBe(value);
      }),
    );
  });

  it('drops the byte order mark of UTF-8 and understands those of UTF-16', async () => {
    expect(await textOf(Buffer.from('\ufeffid;tag', 'utf8'), 1)).toBe('id;tag');
    expect(await textOf(Buffer.from('\ufeffprêt', 'utf16le'), 3)).toBe('prêt');
    expect(await textOf(Buffer.from('\ufeffprêt', 'utf16le').swap16(), 3)).toBe('prêt');
  });

  it('reads nothing from an empty file', async () => {
    expect(await textOf(Buffer.alloc(0))).toBe('');
  });

  it('refuses text in another encoding, saying where and how to convert it', async () => {
    const latin = Buffer.from('service\nprêt\n', 'latin1');
    await expect(textOf(latin, 8)).rejects.toThrow('the file is not text in UTF-8: see line 2 or after it');
    await expect(textOf(latin)).rejects.toMatchObject({ code: 'invalid', hint: expect.stringContaining('iconv') });
  });

  it('refuses a gzip that was cut short or damaged', async () => {
    const packed = gzipSync('service,version\napi,1\n');
    await expect(textOf(packed.subarray(0, -6))).rejects.toThrow('the gzip file is damaged or cut short');
    const damaged = Buffer.from(packed);
    damaged.fill(0xff, 12, 16);
    await expect(textOf(damaged)).rejects.toBeInstanceOf(LedgerError);
  });

  it('lets go of its source when nobody wants more', async () => {
    let released = false;
    async function* source() {
      try {
        for (;;) yield Buffer.from('text\n');
      } finally {
        released = true;
      }
    }
    for await (const _ of textChunks(source())) break;
    expect(released).toBe(true);
  });
});

describe('countLineEnds', () => {
  it('counts every way to end a line once', () => {
    expect(countLineEnds('a\nb\r\nc\rd')).toBe(3);
    expect(countLineEnds('one line')).toBe(0);
  });
});
