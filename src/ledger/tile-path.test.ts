import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LedgerError } from '../domain/errors.ts';
import { parseTilePath, tilePath } from './tile-path.ts';

const paths = [
  ['tile/0/000', { level: 0, n: 0, width: 256 }],
  ['tile/1/x001/234', { level: 1, n: 1234, width: 256 }],
  ['tile/0/x001/x234/067', { level: 0, n: 1_234_067, width: 256 }],
  ['tile/2/001.p/1', { level: 2, n: 1, width: 1 }],
  ['tile/entries/x001/000.p/255', { level: 'entries', n: 1000, width: 255 }],
  ['tile/63/x009/x007/x199/x254/x740/991', { level: 63, n: Number.MAX_SAFE_INTEGER, width: 256 }],
] as const;

describe('the path of a tile', () => {
  it.each(paths)('%s is written and read', (path, address) => {
    expect(tilePath(address)).toBe(path);
    expect(parseTilePath(path)).toEqual(address);
  });

  it.each([
    '',
    '/tile/0/000',
    'tile/0/000/',
    'tile/0/00',
    'tile/00/000',
    'tile/01/000',
    'tile/64/000',
    'tile/-1/000',
    'tile/data/000',
    'tile/8/0/000',
    'tile/0/x000/000',
    'tile/0/x001',
    'tile/0/001/000',
    'tile/0/000.p/0',
    'tile/0/000.p/01',
    'tile/0/000.p/256',
    'tile/0/000.p/999',
    'tile/0/000.p/',
    'tile/0/000\n',
    'tile/0/x009/x007/x199/x254/x740/992',
    'tile/0/../checkpoint',
  ])('is not %j', (path) => {
    expect(() => parseTilePath(path)).toThrow(expect.objectContaining({ code: 'invalid' }));
  });

  it('is read back as it was written', () => {
    const level = fc.oneof(fc.nat(63), fc.constant('entries' as const));
    const tiles = fc.record({ level, n: fc.maxSafeNat(), width: fc.integer({ min: 1, max: 256 }) });
    fc.assert(
      fc.property(tiles, (tile) => {
        expect(parseTilePath(tilePath(tile))).toEqual(tile);
      }),
    );
  });

  it('has one spelling', () => {
    const piece = fc.constantFrom(
      'tile/',
      'entries/',
      'x',
      '0',
      '1',
      '000',
      '001',
      '/',
      '.p/',
      '12',
      '256',
      '64/',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const path = pieces.join('');
        try {
          expect(tilePath(parseTilePath(path))).toBe(path);
        } catch (error) {
          expect(error).toBeInstanceOf(LedgerError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
