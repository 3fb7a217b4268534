import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LedgerError } from '../../domain/errors.ts';
import { locateSyntaxError } from './locate-syntax-error.ts';
import { parseJson } from './parse-json.ts';

describe('parseJson', () => {
  it('reads what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        expect(parseJson(JSON.stringify(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('says at which line and column the first mistake is, counted in the file', () => {
    expect(() => parseJson('{"a":}')).toThrow('not JSON: a value was expected and "}" found at line 1, column 6');
    expect(() => parseJson('{"a":1,\n "b" 2}', 7, 5)).toThrow('":" was expected and "2}" found at line 8, column 6');
    expect(() => parseJson('[1,]', 3, 10)).toThrow('at line 3, column 13');
  });

  it.each([
    ['', 0, 'it ends too early'],
    ['  ', 2, 'it ends too early'],
    ['{"a":[1,2', 9, 'it ends too early'],
    ["{'a':1}", 1, 'a name in double quotes or "}" was expected'],
    ['{"a":1,}', 7, 'a name in double quotes was expected'],
    ['[1 2]', 3, '"," or the closing bracket was expected'],
    ['[}', 1, 'a value or "]" was expected'],
    ['{"a":1]', 6, '"," or the closing bracket was expected'],
    ['"a\nb"', 0, 'a string is broken that starts'],
    ['["\\x"]', 1, 'a string is broken that starts'],
    ['[01]', 1, 'a value or "]" was expected'],
    ['[1.]', 1, 'a value or "]" was expected'],
    ['[tru]', 1, 'a value or "]" was expected'],
    ['1 2', 2, 'nothing more was expected'],
  ])('finds the mistake in %j', (text, offset, why) => {
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
    const fault = locateSyntaxError(text);
    expect(fault.offset).toBe(offset);
    expect(fault.why).toContain(why);
  });

  it('places the mistake of a text that was cut off at its end, or at the word that was cut', () => {
    const cutWord = /^(?:"(?:[^"\\]|\\.)*\\?|[tfn][a-z]*|-?\d*(?:\.\d*)?(?:e[+-]?)?)$/su;
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), (value, cut) => {
        const text = `[${JSON.stringify(value)}]`;
        const part = text.slice(0, cut % text.length);
        expect(part.slice(locateSyntaxError(part).offset)).toMatch(cutWord);
      }),
    );
  });

  it('refuses any text that JSON.parse refuses, with a reason and never with a defect', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]:,"\\ntrue0-1.e \n\u0000'), maxLength: 30 }), (text) => {
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        if (valid) parseJson(text);
        else expect(() => parseJson(text)).toThrow(LedgerError);
      }),
      { numRuns: 2000 },
    );
  });

  it('finds a mistake behind a string of megabytes', () => {
    const text = `["${'a'.repeat(20_000_000)}",}`;
    expect(locateSyntaxError(text).offset).toBe(text.length - 1);
  });

  it('refuses what is nested so deep that writing it would overflow', () => {
    expect(parseJson('['.repeat(100) + ']'.repeat(100))).toBeInstanceOf(Array);
    expect(() => parseJson('['.repeat(50_000) + ']'.repeat(50_000))).toThrow('nested more than 100 levels deep');
  });
});
