import { expect, test } from 'vitest';
import { scaleMeasurement } from './scale-measurement.ts';

const failRate = { best: 0, worst: 0.3, scale: 'linear' } as const;
const success = { best: 1, worst: 0.7, scale: 'linear' } as const;
const recovery = { best: 1, worst: 100, scale: 'logarithmic' } as const;

test.each([
  [failRate, 0, 100],
  [failRate, 0.15, 50],
  [failRate, 0.9, 0],
  [success, 1, 100],
  [success, 0.85, 50],
  [success, 0, 0],
  [recovery, 0, 100],
  [recovery, 10, 50],
  [recovery, 1e9, 0],
])('scales %j: %f is worth %f', (scale, measured, expected) => {
  expect(scaleMeasurement(measured, scale)).toBeCloseTo(expected, 10);
});
