import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sexp, sexpRecord } from './sexp.ts';

test('writes objects as association lists keyed by symbols, and arrays as lists', () => {
  expect(sexp({ service: 'api', replicas: 5, approvedBy: ['alice'], progress: { percentage: 10 } })).toBe(
    '((service . "api") (replicas . 5) (approvedBy . ("alice")) (progress . ((percentage . 10))))',
  );
});

test('tells null, false, and empty apart, and leaves out what is undefined', () => {
  expect(sexp({ a: null, b: false, c: true, d: [], e: '', f: undefined })).toBe(
    '((a . #nil) (b . #f) (c . #t) (d . ()) (e . ""))',
  );
});

test('escapes strings in the forms that Guile reads by default', () => {
  expect(sexp('"\\\n\t\r\0\u001bë決🚀')).toBe('"\\"\\\\\\n\\t\\r\\x00\\x1b\\xeb\\u6c7a\\U01f680"');
  expect(sexp('\ud800')).toBe('"\\ufffd"');
});

test('wraps a key that is not a plain symbol', () => {
  expect(sexp({ 'kubernetes.io/name': 1, 'a b': 1, '1': 1, '': 1, '}#': 1, é: 1 })).toBe(
    '((#{1}# . 1) (kubernetes.io/name . 1) (#{a b}# . 1) (#{}# . 1) (#{\\x7d;\\x23;}# . 1) (#{\\xe9;}# . 1))',
  );
});

test('writes a record a field a line', () => {
  expect(sexpRecord({ service: 'api', owners: ['a', 'b'] })).toBe('((service . "api")\n (owners . ("a" "b")))\n');
});

test('is one line of ASCII whose text and parentheses are closed', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
      const text = sexp(value);
      expect(text).toMatch(/^[ -~]*$/);
      const bare = text.replace(/"(?:[^"\\]|\\.)*"|#\{[^}]*\}#/g, '');
      expect(bare).not.toMatch(/["{}\\]/);
      expect(bare.split('(')).toHaveLength(bare.split(')').length);
    }),
  );
});

test('a string keeps every character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const escaped = /\\(?:x(..)|u(.{4})|U(.{6})|(.))/g;
      const read = sexp(text)
        .slice(1, -1)
        .replace(escaped, (_, two, four, six, letter) =>
          letter === undefined
            ? String.fromCodePoint(Number.parseInt(two ?? four ?? six, 16))
            : ({ n: '\n', t: '\t', r: '\r' }[String(letter)] ?? letter),
        );
      expect(read).toBe(text);
    }),
  );
});
