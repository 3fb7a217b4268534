import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hmacUnder } from './hmac.ts';

it('is what node:crypto computes, for any key of up to a block and any text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), fc.string({ unit: 'grapheme', maxLength: 300 }), (key, message) => {
      expect(hmacUnder(key)(message)).toEqual(createHmac('sha256', key).update(message).digest());
    }),
  );
});

it('refuses a key that would have to be hashed first', () => {
  expect(() => hmacUnder(new Uint8Array(65))).toThrow(RangeError);
});
