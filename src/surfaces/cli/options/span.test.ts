import { expect, test } from 'vitest';
import { span } from './span.ts';

test('reads lengths of time, and leaves out what was not given', () => {
  expect([span('--span', '30m'), span('--span', '1.5h'), span('--span', undefined)]).toEqual([
    1_800_000,
    5_400_000,
    undefined,
  ]);
});

test.each(['0m', '30', 'soon', ''])('refuses %j', (text) => {
  expect(() => span('--span', text)).toThrow(`--span: "${text}" is not a length of time`);
});
