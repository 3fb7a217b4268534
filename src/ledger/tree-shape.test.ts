import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { perfectSubtrees, requireSize, siblingSides, splitPoint } from './tree-shape.ts';

describe('the shape of a tree', () => {
  it.each([
    [2, 1],
    [3, 2],
    [4, 2],
    [5, 4],
    [256, 128],
    [2 ** 53 - 1, 2 ** 52],
  ])('splits %d leaves after %d', (size, point) => {
    expect(splitPoint(size)).toBe(point);
  });

  it('cuts any log into perfect subtrees that cover it without a gap, each smaller than the one before', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (size) => {
        let end = 0;
        let width = Number.POSITIVE_INFINITY;
        for (const { level, index } of perfectSubtrees(0, size)) {
          expect(index * 2 ** level).toBe(end);
          expect(2 ** level).toBeLessThan(width);
          width = 2 ** level;
          end += width;
        }
        expect(end).toBe(size);
      }),
    );
  });

  it('passes over a node that has no sibling', () => {
    expect(siblingSides(4, 4)).toEqual(['left']);
    expect(siblingSides(2, 4)).toEqual(['right', 'left', 'right']);
    expect(siblingSides(0, 0)).toEqual([]);
  });

  it.each([-1, 1.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d as a size', (size) => {
    expect(() => requireSize(size, 'size')).toThrow(expect.objectContaining({ code: 'invalid', field: 'size' }));
  });
});
