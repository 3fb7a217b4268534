import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullTiles, partialTiles } from './tile.ts';

const count = (tiles: Iterable<unknown>) => [...tiles].length;

describe('tiles', () => {
  it('of a log of 70,000 are those of the C2SP example', () => {
    const full = [...fullTiles(0, 70_000)];
    expect(full.filter(({ level }) => level === 0)).toHaveLength(273);
    expect(full.filter(({ level }) => level === 1)).toEqual([{ level: 1, n: 0, width: 256 }]);
    expect(full).toHaveLength(274);
    expect([...partialTiles(70_000)]).toEqual([
      { level: 0, n: 273, width: 112 },
      { level: 1, n: 1, width: 17 },
      { level: 2, n: 0, width: 1 },
    ]);
  });

  it('of a log of 256 are one full tile and one hash above it', () => {
    expect([...fullTiles(0, 256)]).toEqual([{ level: 0, n: 0, width: 256 }]);
    expect([...partialTiles(256)]).toEqual([{ level: 1, n: 0, width: 1 }]);
  });

  it('of an empty log are none', () => {
    expect(count(fullTiles(0, 0)) + count(partialTiles(0))).toBe(0);
  });

  it('become full once, however the log grows', () => {
    fc.assert(
      fc.property(fc.nat(200_000), fc.nat(200_000), fc.nat(200_000), (...sizes) => {
        const [a = 0, b = 0, c = 0] = sizes.toSorted((x, y) => x - y);
        const twice = [...fullTiles(a, b), ...fullTiles(b, c)].map((tile) => `${tile.level}/${tile.n}`);
        const once = [...fullTiles(a, c)].map((tile) => `${tile.level}/${tile.n}`);
        expect(twice.toSorted()).toEqual(once.toSorted());
      }),
    );
  });

  it('become full one by one at the far end of what a number can count', () => {
    const size = 2 ** 53 - 1;
    expect([...fullTiles(size - 256, size)]).toEqual([{ level: 0, n: 2 ** 45 - 2, width: 256 }]);
    expect([...partialTiles(size)].map(({ width }) => width)).toEqual([255, 255, 255, 255, 255, 255, 31]);
  });
});
