import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hostileNames } from '../../../../test/support/graph-pictures.ts';
import { escapeMermaid } from './escape-mermaid.ts';

const anyText = fc.oneof(fc.constantFrom(...hostileNames, '\u202eevil\u2069'), fc.string({ unit: 'binary' }));

test('leaves nothing that Mermaid could take for itself', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(escapeMermaid(text).replace(/#\d+;/g, '')).toMatch(/^[A-Za-z0-9 .,()/\-\u0080-\uffff]*$/);
      expect(escapeMermaid(text)).not.toMatch(/[\p{Cc}°¶]|^[-\d]/u);
    }),
  );
});

test('is read again as what it was', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const shown = escapeMermaid(text).replace(/#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
      expect(shown).toBe(text.replace(/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/gu, '\ufffd'));
    }),
  );
});
