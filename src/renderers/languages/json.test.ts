import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonCell, jsonText } from './json.ts';

test('means the same as JSON.stringify', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), fc.constantFrom(0, 2), (value, indent) => {
      expect(JSON.parse(jsonText(value, indent))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('holds nothing that a terminal acts on', () => {
  expect(jsonText('\u001b[31m\u007f\u009b1m\u202e\u2028')).toBe('"\\u001b[31m\\u007f\\u009b1m\\u202e\\u2028"');
});

test('holds what is nested as compact JSON in one cell', () => {
  expect(['a', 1, true, null, undefined, ['x'], { a: 1 }].map(jsonCell)).toEqual([
    'a',
    1,
    true,
    null,
    undefined,
    '["x"]',
    '{"a":1}',
  ]);
});
