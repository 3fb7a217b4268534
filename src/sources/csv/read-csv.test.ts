import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimsIn, collect, inChunks, outcomes } from '../../../test/support/file-readings.ts';
import { LedgerError } from '../../domain/errors.ts';
import type { CsvOptions } from './plan-rows.ts';
import { readCsv } from './read-csv.ts';

const minimal = 'service,version,environment\n';

const claims = (file: string | Uint8Array, options?: CsvOptions, size?: number) =>
  claimsIn(readCsv(inChunks(file, size), options));
const inShort = (file: string, options?: CsvOptions, size?: number) => outcomes(readCsv(inChunks(file, size), options));

describe('readCsv of files as they come', () => {
  it('numbers lines as an editor does, also after quoted line breaks and blank lines', async () => {
    const file = `service,version,environment,message\r\napi,1,test,"one\r\ntwo\nthree"\r\n\r\napi,2,test\r\n,,,\r\napi,3,test,x`;
    for (const size of [1, 2, 3, 1000]) {
      expect(await inShort(file, {}, size)).toEqual(['2', '6: the row has 3 cells and the header 4', '8']);
    }
  });

  it('keeps quoted delimiters, doubled quotes and line breaks as they are', async () => {
    const [claim] = await claims('service,version,environment,message\napi,1,test,"a ""b"", c\r\nd"\n');
    expect(claim).toMatchObject({ message: 'a "b", c\r\nd' });
  });

  it('keeps a quote that does not enclose its cell, and the rows after it', async () => {
    const file = 'service,version,environment,message\napi,1,test,5" disk\napi,2,test,"a"b\napi,3,test,\n';
    expect(await claims(file)).toMatchObject([{ message: '5" disk' }, { message: '"a"b' }, { version: '3' }]);
  });

  it('reports where a quote is opened that is never closed', async () => {
    expect(await inShort(`${minimal}api,1,test\napi,"2,test\napi,3,test\n`)).toEqual([
      '2',
      '3: the row does not end: a quote is opened in it and not closed',
    ]);
  });

  it('does not hold a row in memory that never ends', async () => {
    let given = 0;
    async function* endless() {
      yield Buffer.from(`${minimal}api,1,test\n"`);
      for (; ; given++) yield Buffer.alloc(1_000_000, 'a');
    }
    expect(await outcomes(readCsv(endless()))).toEqual(['2', expect.stringMatching(/^3: the row does not end/)]);
    expect(given).toBeLessThan(30);
  });

  it('finds out the delimiter by the header', async () => {
    for (const delimiter of [',', ';', '\t', '|']) {
      const file = ['', 'service,version,environment,message', 'api,1,test,"a;b|c"', '']
        .join('\n')
        .replaceAll(',', delimiter);
      expect(await claims(file)).toMatchObject([
        { service: 'api', version: '1', environment: 'test', message: 'a;b|c' },
      ]);
    }
    expect(
      await claims('"service;x";version,environment,service\n', { map: {} }).catch((error: Error) => error.message),
    ).toBe('no column gives the version that each deployment needs');
  });

  it('reads it with a byte order mark, gzipped, in UTF-16 and with the line ends of old', async () => {
    const file = `${minimal}prêt,1,test\n`;
    const expected = [{ service: 'prêt', version: '1', environment: 'test' }];
    expect(await claims(`\ufeff${file}`)).toMatchObject(expected);
    expect(await claims(gzipSync(file), {}, 7)).toMatchObject(expected);
    expect(await claims(Buffer.from(`\ufeff${file}`, 'utf16le'))).toMatchObject(expected);
    expect(await claims(file.replaceAll('\n', '\r'))).toMatchObject(expected);
  });

  it('reports a cell that its field cannot hold and reads the other rows', async () => {
    const file = 'service,version,environment,replicas\napi,1,test,three\napi,2,test,3\n';
    expect(await inShort(file)).toEqual(['2: replicas: "three" is not a number', '3']);
    expect(await inShort('type,service,version,environment\nx,a,1,test\n,a,1,test\n')).toEqual([
      '2: unknown record type "x"',
      '3',
    ]);
  });

  it('refuses two columns of one name when they are to be read, and only then', async () => {
    const file = 'service,version,environment,note,note,version\napi,1,test,a,b,2\n';
    await expect(claims(file)).rejects.toThrow('the file has more than one column "version"');
    await expect(claims(file, { map: { version: 'version' } })).rejects.toThrow('more than one column "version"');
    const twice = 'service,version,environment,note,note\napi,1,test,a,b\n';
    expect(await claims(twice)).toHaveLength(1);
  });

  it('refuses an empty file, and reads nothing from a header alone', async () => {
    await expect(claims('')).rejects.toThrow('the file is empty');
    await expect(claims('\n\n')).rejects.toThrow('the file is empty');
    expect(await claims(minimal)).toEqual([]);
  });
});

describe('readCsv of anything', () => {
  it('gives back every cell that was written with quotes', async () => {
    const cell = fc
      .string({ unit: fc.constantFrom(...'ab ,;"\n\r\té€😀'), maxLength: 8 })
      .filter((text) => text.trim() !== '');
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1 }), fc.integer({ min: 1, max: 9 }), async (messages, size) => {
        const rows = messages.map((message) => `api,1,test,"${message.replaceAll('"', '""')}"\n`);
        const read = await claims(`service,version,environment,message\n${rows.join('')}`, {}, size);
        expect(read.map((claim) => 'message' in claim && claim.message)).toEqual(
          messages.map((message) => message.trim()),
        );
      }),
    );
  });

  it('never fails with anything but a LedgerError', async () => {
    const text = fc.string({ unit: fc.constantFrom(...'service,"\n\r;\\|=1'), maxLength: 60 });
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 80 }),
      text.map((rows) => Buffer.from(`service,version,environment,constructor,__proto__\n${rows}`)),
    );
    await fc.assert(
      fc.asyncProperty(bytes, fc.integer({ min: 1, max: 9 }), async (file, size) => {
        const failure = await collect(readCsv(inChunks(file, size))).then(
          () => undefined,
          (error: unknown) => error,
        );
        expect(failure === undefined || failure instanceof LedgerError).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
