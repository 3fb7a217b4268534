import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LedgerError } from '../domain/errors.ts';
import { decodeEntryBundle, encodeEntryBundle } from './entry-bundle.ts';

const invalid = expect.objectContaining({ code: 'invalid' });

describe('an entry bundle', () => {
  it('is each entry behind its length, big-endian', () => {
    const bundle = encodeEntryBundle([Buffer.from('abc'), Buffer.alloc(0), Buffer.alloc(258, 1)]);
    expect(bundle.toString('hex', 0, 10)).toBe('00036162630000010201');
    expect(bundle).toHaveLength(5 + 2 + 260);
  });

  it('is read back as it was written', () => {
    const entries = fc.array(fc.uint8Array({ maxLength: 600 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(entries, (list) => {
        const read = decodeEntryBundle(encodeEntryBundle(list), list.length);
        expect(read.map((entry) => Buffer.from(entry))).toEqual(list.map((entry) => Buffer.from(entry)));
      }),
    );
  });

  it('holds an entry of 65,535 bytes and refuses a longer one', () => {
    const longest = Buffer.alloc(0xffff, 1);
    expect(decodeEntryBundle(encodeEntryBundle([longest]), 1)).toEqual([longest]);
    expect(() => encodeEntryBundle([Buffer.alloc(0x10000)])).toThrow(invalid);
  });

  it.each([
    ['is empty', '', 1],
    ['ends in a length', '0001ff00', 2],
    ['ends within an entry', '0001ff0002ff', 2],
    ['has too few entries', '0001ff', 2],
    ['has too many entries', '0001ff0000', 1],
  ])('is refused when it %s', (_, bytes, width) => {
    expect(() => decodeEntryBundle(Buffer.from(bytes, 'hex'), width)).toThrow(invalid);
  });

  it('has one encoding, and fails with nothing but LedgerError', () => {
    const small = fc.array(fc.constantFrom(0, 0, 0, 1, 2, 3, 255), { maxLength: 30 });
    fc.assert(
      fc.property(small, fc.integer({ min: 1, max: 5 }), (bytes, width) => {
        try {
          expect(encodeEntryBundle(decodeEntryBundle(Buffer.from(bytes), width))).toEqual(Buffer.from(bytes));
        } catch (error) {
          expect(error).toBeInstanceOf(LedgerError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
