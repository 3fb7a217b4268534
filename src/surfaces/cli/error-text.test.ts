import { expect, test } from 'vitest';
import { LedgerError } from '../../domain/errors.ts';
import { errorText } from './error-text.ts';

const plain = { color: false, verbose: false };

test('says what is wrong, and in a second line what to do', () => {
  const error = new LedgerError('invalid', 'no such thing', { hint: 'take another' });
  expect(errorText(error, plain)).toBe('error: no such thing\n  hint: take another\n');
  expect(errorText(new LedgerError('storage', 'disk full'), plain)).toBe('error: disk full\n');
});

test('keeps control characters of a value away from the terminal', () => {
  expect(errorText(new LedgerError('invalid', 'bad \u001b[31m name'), plain)).not.toContain('\u001b');
});

test('hides the text of a defect unless it is asked for', () => {
  const defect = new TypeError('x is not a function', { cause: new Error('deeper') });
  expect(errorText(defect, plain)).not.toContain('x is not');
  const verbose = errorText(defect, { color: false, verbose: true });
  expect(verbose).toContain('TypeError: x is not a function');
  expect(verbose).toContain('error-text.test.ts');
  expect(verbose).toContain('deeper');
});
