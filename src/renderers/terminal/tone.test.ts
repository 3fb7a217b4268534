import { expect, test } from 'vitest';
import { paint } from './tone.ts';

test('colours only when asked to, and ends what it began', () => {
  expect(paint('success', 'ok', true)).toBe('\u001b[32msuccess\u001b[39m');
  expect(paint('success', 'ok', false)).toBe('success');
  expect(paint('success', undefined, true)).toBe('success');
  expect(paint('', 'ok', true)).toBe('');
});
