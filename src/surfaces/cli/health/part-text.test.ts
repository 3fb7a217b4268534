import { expect, test } from 'vitest';
import type { HealthPartView } from '../../../app/health/health-view.ts';
import { basisText, measuredText, scaleText } from './part-text.ts';

const part = (fields: Partial<HealthPartView>): HealthPartView => ({
  name: 'change-fail-rate',
  weight: 30,
  unit: 'ratio',
  formula: '',
  best: 0,
  worst: 0.3,
  scale: 'linear',
  measured: 0.125,
  reason: null,
  numerator: 1,
  denominator: 8,
  ids: [],
  value: 58.3,
  gain: 12.5,
  ...fields,
});

test.each([
  [{}, '12.5 %', '1 of 8 deployments'],
  [{ name: 'recovery-time', unit: 's', measured: 4800 }, '1h 20m', 'median of 8'],
  [{ name: 'open-incidents', unit: 'points', measured: 2, denominator: 1 }, '2 points', '1 open incident'],
  [{ name: 'staleness', unit: 'd', measured: 2.5 }, '2d 12h', 'since the last deployment'],
  [{ measured: null, reason: 'nothing to measure' }, null, 'nothing to measure'],
] as const)('says what was measured and on what it rests: %j', (fields, measured, basis) => {
  expect([measuredText(part(fields)), basisText(part(fields))]).toEqual([measured, basis]);
});

test('says from where to where a value goes', () => {
  expect(scaleText(part({}))).toBe('0.0 % … 30.0 %');
});
