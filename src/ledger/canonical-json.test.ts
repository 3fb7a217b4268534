import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import es6 from '../../test/vectors/ledger/es6-numbers.json' with { type: 'json' };
import jcs from '../../test/vectors/ledger/jcs.json' with { type: 'json' };
import { canonicalize } from './canonical-json.ts';

function doubleOf(bits: string): number {
  return Buffer.from(bits.padStart(16, '0'), 'hex').readDoubleBE();
}

function bitsOf(value: number): string {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes.toString('hex').replace(/^0+(?=.)/, '');
}

/** The sequence that the vectors describe. */
function* es6Numbers(): Generator<number> {
  yield* es6.fixedBits.map(doubleOf);
  for (let bits = 0; bits < 2000; bits++) yield doubleOf((0x0010000000000000n + BigInt(bits)).toString(16));
  for (let block = Buffer.alloc(32); ; ) {
    block = createHash('sha256').update(block).digest();
    for (let at = 0; at < 32; at += 8) {
      const value = block.readDoubleLE(at);
      if (value !== 0 && Number.isFinite(value)) yield value;
    }
  }
}

function isRefused(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) > Number.MAX_SAFE_INTEGER && Math.abs(value) < 1e21;
}

describe('canonical JSON', () => {
  it.each(Object.entries(jcs.cases))(
    'writes the example “%s” of RFC 8785 byte for byte',
    (_, { inputText, outputHex }) => {
      expect(Buffer.from(canonicalize(JSON.parse(inputText))).toString('hex')).toBe(outputHex);
    },
  );

  it('writes the first 100,000 numbers of the ES6 sequence as ECMAScript does, but for integers that are not exact', () => {
    const hash = createHash('sha256');
    const found: Record<string, string> = {};
    let lines = 0;
    for (const value of es6Numbers()) {
      if (isRefused(value)) expect(() => canonicalize(value)).toThrow(/2\^53/);
      hash.update(`${bitsOf(value)},${isRefused(value) ? String(value) : canonicalize(value)}\n`);
      lines += 1;
      if (lines === 1000 || lines === 10_000 || lines === 100_000) found[lines] = hash.copy().digest('hex');
      if (lines === 100_000) break;
    }
    expect(found).toEqual(es6.sha256OfFirstLines);
  });

  it.each(jcs.numbers)(
    'writes the double %s as %s, unless that is an integer beyond 2^53 - 1',
    (bits = '', text = '') => {
      const value = doubleOf(bits);
      if (isRefused(value)) expect(() => canonicalize(value)).toThrow(text);
      else expect(canonicalize(value)).toBe(text);
    },
  );

  it('sorts keys by UTF-16 code units, not by code points', () => {
    expect(canonicalize({ '\ufb33': 1, '\u{1f602}': 2, a: 3, A: 4 })).toBe('{"A":4,"a":3,"\u{1f602}":2,"\ufb33":1}');
  });

  it('leaves out properties that are undefined', () => {
    expect(canonicalize({ b: undefined, a: 1, c: { d: undefined } })).toBe('{"a":1,"c":{}}');
  });

  it('keeps a key named __proto__', () => {
    expect(canonicalize(JSON.parse('{"__proto__":1}'))).toBe('{"__proto__":1}');
  });

  it.each([
    ['NaN', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['a bigint', 1n],
    ['an integer beyond 2^53 - 1', 2 ** 53],
    ['a negative one', -(2 ** 53)],
    ['half of a surrogate pair', 'a\ud800b'],
    ['the other half', '\udc00'],
    ['undefined', undefined],
    ['undefined in an array', [1, undefined]],
    ['a hole in an array', Array(1)],
    ['a function', () => 1],
    ['a symbol', Symbol('s')],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['bytes', Buffer.from('a')],
    ['half of a surrogate pair in a key', { '\ud800': 1 }],
  ])('refuses %s', (_, value) => {
    expect(() => canonicalize({ a: [value] })).toThrow(expect.objectContaining({ code: 'invalid' }));
  });

  it('names the field at fault', () => {
    const value = { metadata: { list: [0, { x: Number.NaN }] } };
    expect(() => canonicalize(value)).toThrow(expect.objectContaining({ field: 'metadata.list.1.x' }));
  });

  it('refuses a cycle', () => {
    const value: Record<string, unknown> = {};
    value['self'] = value;
    expect(() => canonicalize(value)).toThrow(/128 levels/);
  });

  it('says the same as JSON.stringify, whatever the order of the keys', () => {
    const exact = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !isRefused(value));
    const leaf = fc.oneof(exact, fc.string({ unit: 'grapheme' }), fc.boolean(), fc.constant(null), fc.integer());
    const { json } = fc.letrec((tie) => ({
      json: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('json')), fc.dictionary(fc.string(), tie('json'))),
    }));
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalize(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalize(JSON.parse(text))).toBe(text);
        expect(canonicalize(reversed(value))).toBe(text);
      }),
    );
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)]),
  );
}
