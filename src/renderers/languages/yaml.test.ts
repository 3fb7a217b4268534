import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadYaml } from './yaml.ts';

const yaml = await loadYaml();
const values = fc.oneof(
  fc.jsonValue({ stringUnit: 'binary' }),
  fc.dictionary(fc.string({ unit: 'binary' }), fc.string()),
);

test.each(['1.1', '1.2'] as const)('a reader of YAML %s gets back what was written', (version) => {
  fc.assert(
    fc.property(values, (value) => {
      const plain: unknown = JSON.parse(JSON.stringify(value));
      expect(parse(yaml(plain), { version })).toEqual(plain);
    }),
  );
});

test.each(['no', 'on', '2026-01-15', '12:30:45', '1_000', '1.10', '~', ''])('quotes %j, which is a text', (text) => {
  expect(yaml({ version: text })).toBe(`version: ${JSON.stringify(text)}\n`);
});

test('does not fold long lines or refer back to equal parts', () => {
  const owners = ['team-a'];
  const text = yaml({ a: owners, b: owners, message: 'word '.repeat(60).trim() });
  expect(text).not.toMatch(/[&*>]/);
  expect(text.split('\n')).toHaveLength(6);
});

test('holds nothing that a terminal acts on', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(yaml({ [text]: text }).replaceAll(/[\n\t]/g, '')).not.toMatch(/[\p{Cc}\u2028-\u202e\u2066-\u2069\ufeff]/u);
    }),
  );
});
