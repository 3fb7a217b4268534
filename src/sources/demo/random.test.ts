import { describe, expect, it } from 'vitest';
import { randomOf } from './random.ts';

describe('randomOf', () => {
  it('draws the same for the same seed and something else for another', () => {
    const draws = (seed: string) => randomOf(seed).hex(64);
    expect(draws('a')).toBe(draws('a'));
    expect(draws('a')).not.toBe(draws('b'));
  });

  it('draws all numbers of a range about equally often, both ends included', () => {
    const random = randomOf('dice');
    const sides = [0, 0, 0, 0, 0, 0];
    for (let i = 0; i < 6000; i++) {
      const side = random.int(1, 6) - 1;
      sides[side] = (sides[side] ?? 0) + 1;
    }
    expect(sides).toHaveLength(6);
    for (const times of sides) expect(Math.abs(times - 1000)).toBeLessThan(150);
  });

  it('is around a middle as often below it as above it, within the factor', () => {
    const random = randomOf('around');
    const draws = Array.from({ length: 2000 }, () => random.around(10, 4));
    expect(Math.min(...draws)).toBeGreaterThanOrEqual(2.5);
    expect(Math.max(...draws)).toBeLessThan(40);
    const below = draws.filter((draw) => draw < 10).length;
    expect(Math.abs(below - 1000)).toBeLessThan(120);
  });

  it('writes hexadecimal digits of any length', () => {
    expect(randomOf('x').hex(7)).toMatch(/^[0-9a-f]{7}$/);
  });

  it('forks into draws that do not depend on what was drawn before', () => {
    const early = randomOf('seed');
    const late = randomOf('seed');
    late.unit();
    expect(late.fork('side').hex(8)).toBe(early.fork('side').hex(8));
    expect(early.fork('other').hex(8)).not.toBe(early.fork('side').hex(8));
  });
});
