import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTagName } from './tag-name.ts';
import { compareVersions } from './version.ts';

const versionOf = (tag: string) => readTagName(tag).version;
const sorted = (tags: readonly string[]) =>
  tags
    .map(versionOf)
    .sort(compareVersions)
    .map(({ text }) => text);
const piece = fc.constantFrom(
  '0',
  '1',
  '2',
  '10',
  '007',
  '.',
  '-',
  '_',
  '+',
  'v',
  'rc',
  'a',
  'b1',
  'alpha',
  'x',
  '@',
  '/',
  'é',
);
const tag = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(''));

describe('compareVersions', () => {
  it.each([
    [['1.9', '1.10', '2.0', '10.0']],
    [['1.2', '1.2.0', '1.2.0.1', '1.2.1']],
    [['v1.0.0-alpha', 'v1.0.0-alpha.1', 'v1.0.0-beta.2', 'v1.0.0-beta.11', 'v1.0.0-rc.1', 'v1.0.0', 'v1.0.1-rc.1']],
    [['3.10.0a7', '3.10.0b1', '3.10.0rc1', '3.10.0rc2', '3.10.0', '3.10.0.post1']],
    [['1.1.1', '1.1.1a', '1.1.1w', '1.1.2']],
    [['1.0.0', '1.0.0-1', '1.0.0-2', '1.0.0-10', '1.0.0-hotfix1', '1.0.1']],
    [['2023.12.31', '2024.01.15', '2024.2.1']],
    [['2024-01-15', '2024-02-01', '2024-10-01']],
    [['1', '9007199254740993', '9007199254740994', '99999999999999999999']],
  ])('counts %j as people do', (order) => {
    expect(sorted(order.toReversed())).toEqual(order);
    expect(sorted(order)).toEqual(order);
  });

  it('is a total order: two ways round it says the opposite, and only equal texts are equal', () => {
    fc.assert(
      fc.property(tag, tag, (a, b) => {
        const [there, back] = [
          compareVersions(versionOf(a), versionOf(b)),
          compareVersions(versionOf(b), versionOf(a)),
        ];
        expect(Math.sign(there) + Math.sign(back)).toBe(0);
        expect(there === 0).toBe(versionOf(a).text === versionOf(b).text);
      }),
      { numRuns: 2000 },
    );
  });

  it('is a total order: what comes before what comes before comes before', () => {
    fc.assert(
      fc.property(fc.uniqueArray(tag, { minLength: 3, maxLength: 12 }), (tags) => {
        const versions = tags.map(versionOf).sort(compareVersions);
        for (const [place, a] of versions.entries()) {
          for (const b of versions.slice(place)) expect(compareVersions(a, b)).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('counts numbers of any size by their value', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n }), fc.bigInt({ min: 0n }), (a, b) => {
        const order = compareVersions(versionOf(`v1.${a}.1`), versionOf(`v1.${b}.1`));
        expect(Math.sign(order)).toBe(a < b ? -1 : Number(a > b));
      }),
    );
  });
});
