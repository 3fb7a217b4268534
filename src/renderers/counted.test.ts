import { expect, test } from 'vitest';
import { counted } from './counted.ts';

test('says one thing or several, in groups of three digits', () => {
  expect([
    counted(1, 'service'),
    counted(0, 'service'),
    counted(2, 'dependency', 'dependencies'),
    counted(999, 'service'),
    counted(1_234_567, 'service'),
  ]).toEqual(['1 service', '0 services', '2 dependencies', '999 services', '1,234,567 services']);
});
