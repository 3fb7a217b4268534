import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isToken, newToken } from './secrets.ts';

it('makes tokens that a scanner can tell from look-alikes by their prefix and checksum', () => {
  expect(newToken((size) => new Uint8Array(size))).toBe('dl_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAADCtZhg');
});

it('knows every token that it made, and none with a character changed, lost or added', () => {
  fc.assert(
    fc.property(fc.nat(51), fc.constantFrom('A', 'B', '_', '-', '', 'xx'), (place, other) => {
      const token = newToken(randomBytes);
      expect(isToken(token)).toBe(true);
      const changed = token.slice(0, place) + other + token.slice(place + 1);
      if (changed !== token) expect(isToken(changed)).toBe(false);
    }),
  );
});
