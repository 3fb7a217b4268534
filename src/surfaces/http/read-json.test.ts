import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readJson } from './read-json.ts';

const nested = (levels: number) => Buffer.from(`${'['.repeat(levels)}${']'.repeat(levels)}`);

it('reads what is JSON', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 50 }), (text) => {
      expect(readJson(Buffer.from(text))).toEqual(JSON.parse(text));
    }),
  );
});

it('takes brackets in strings for text', () => {
  const text = `"${'[{\\"'.repeat(1000)}"`;
  expect(readJson(Buffer.from(text))).toBe(JSON.parse(text));
});

it('reads 128 levels and refuses more, before anything walks through them', () => {
  expect(readJson(nested(128))).toBeInstanceOf(Array);
  for (const levels of [129, 500_000]) expect(() => readJson(nested(levels))).toThrow('more than 128 levels');
  expect(() => readJson(Buffer.from('{"a":'.repeat(200)))).toThrow('more than 128 levels');
});

it('refuses what is no UTF-8 and no JSON', () => {
  expect(() => readJson(Buffer.from([0x22, 0xff, 0x22]))).toThrow('not UTF-8');
  expect(() => readJson(Buffer.from('{"a"'))).toThrow('not JSON');
});
