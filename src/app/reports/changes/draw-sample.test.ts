import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SampleDraw } from './draw-sample.ts';

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

test('draws what a sort of all hashes would, in any order of the keys', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string(), { maxLength: 300, size: 'max' }),
      fc.string(),
      fc.nat(40),
      (keys, seed, count) => {
        const draw = new SampleDraw(seed, count);
        for (const key of keys) draw.add(key);
        const sorted = keys
          .map((key) => ({ key, hash: hashOf(`${seed} ${key}`) }))
          .sort((a, b) => (a.hash < b.hash ? -1 : 1));
        expect(draw.smallest()).toEqual(sorted.slice(0, count));
      },
    ),
  );
});

test('is what sha256sum says of seed, blank and key', () => {
  const draw = new SampleDraw('seed', 1);
  draw.add('deployment:d1');
  // printf '%s %s' seed deployment:d1 | sha256sum
  expect(draw.smallest()).toEqual([
    { key: 'deployment:d1', hash: 'afc22b56b5b2fea09ae4a7d09880cb97a556d35c0fdabc79cdef1a2199d21411' },
  ]);
});
