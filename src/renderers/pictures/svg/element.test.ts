import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readXml } from '../../../../test/support/well-formed-xml.ts';
import { described, element, textElement } from './element.ts';

test('keeps any text as it is, but for what XML cannot hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const [, title] = readXml(described(text, element('path', { d: 'M0 0', 'data-name': text })));
      expect(title?.text).toBe(text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd'));
    }),
  );
});

test('writes a lone surrogate as the sign for what cannot be read', () => {
  expect(textElement('text', {}, 'a\ud800b')).toBe('<text>a\ufffdb</text>');
});

test('rounds numbers to hundredths and leaves out what is undefined', () => {
  expect(element('rect', { x: 1 / 3, y: 2, rx: undefined })).toBe('<rect x="0.33" y="2"/>');
});
