import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LedgerError } from '../domain/errors.ts';
import { parseStrictJson } from './strict-json.ts';

describe('strict JSON', () => {
  it.each([
    '{"a":1,"b":[true,false,null,-1.5e-7,"\\u20ac\\ud83d\\ude02 \\\\\\""]}',
    ' \t\r\n{ "a" : { "a" : "a" } , "b" : [ { "a" : 1 } , { "a" : ":" } ] }\n',
    '"a:\\"b"',
    '9007199254740991',
    '1e30',
    '{"__proto__":1}',
  ])('parses %s as JSON.parse does', (text) => {
    expect(parseStrictJson(text)).toEqual(JSON.parse(text));
  });

  it.each([
    ['a key twice', '{"a":1,"b":2,"a":1}', 'a'],
    ['a key twice, once escaped', '{"a":1,"\\u0061":2}', 'a'],
    ['a key twice, deep down', '[{"x":[{"k" : 1, "k"\n:2}]}]', 'k'],
    ['an empty key twice', '{"":1,"":2}', ''],
  ])('refuses %s and names it', (_, text, field) => {
    expect(() => parseStrictJson(text)).toThrow(expect.objectContaining({ code: 'invalid', field }));
  });

  it.each([
    ['half of a surrogate pair', '"\\ud800"'],
    ['half of a surrogate pair in a key', '{"\\udc00":1}'],
    ['half of a surrogate pair as it is', '"\ud800"'],
    ['an integer beyond 2^53 - 1', '[9007199254740992]'],
    ['an integer that no double is', '-9007199254740993'],
    ['a number that overflows', '1e400'],
    ['129 levels', `${'['.repeat(129)}${']'.repeat(129)}`],
    ['what is no JSON', "{'a':1}"],
    ['nothing', ''],
  ])('refuses %s', (_, text) => {
    expect(() => parseStrictJson(text)).toThrow(expect.objectContaining({ code: 'invalid' }));
  });

  it('survives a million open brackets', () => {
    expect(() => parseStrictJson('['.repeat(1_000_000))).toThrow(LedgerError);
    expect(() => parseStrictJson('['.repeat(1_000_000) + ']'.repeat(1_000_000))).toThrow(LedgerError);
  });

  it('throws nothing but LedgerError, whatever the text', () => {
    const piece = fc.constantFrom(...'{}[]:,"\\ \n0-1.eE', '"a"', '\\u', 'd800', 'true', 'null', '\ud800', '/');
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map((pieces) => pieces.join('')),
      fc.json(),
    );
    fc.assert(
      fc.property(text, (json) => {
        try {
          expect(parseStrictJson(json)).toEqual(JSON.parse(json));
        } catch (error) {
          expect(error).toBeInstanceOf(LedgerError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
