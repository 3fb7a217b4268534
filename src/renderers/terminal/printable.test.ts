import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printable } from './printable.ts';

test('shows an escape sequence instead of obeying it', () => {
  expect(printable('\u001b[31mred\u007f\u009b')).toBe('␛[31mred␡�');
});

test('turns line breaks and tabs into one space', () => {
  expect(printable('a\r\n\tb\u0085c\u2028d')).toBe('a b c d');
});

test('neutralises bidirectional overrides and isolates', () => {
  expect(printable('\u202egpj.exe\u2066')).toBe('�gpj.exe�');
});

test('never lets a control character, an override or a lone surrogate through', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 0xffff })), (units) => {
      expect(printable(String.fromCharCode(...units))).not.toMatch(/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u);
    }),
  );
});

test('leaves ordinary text of any script alone', () => {
  for (const text of ['api v2 ~', 'Zoë', '決済', 'سلام', '👩‍👩‍👧']) expect(printable(text)).toBe(text);
});
