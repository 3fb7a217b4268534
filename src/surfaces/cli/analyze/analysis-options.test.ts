import { expect, test } from 'vitest';
import { analysisQuery } from './analysis-options.ts';

const nowMs = Date.parse('2026-01-15T12:00:00Z');
const clock = { nowMs, tz: 'Europe/Berlin' };

test('looks at all services over the last 90 days', () => {
  expect(analysisQuery({ type: 'trend', service: 'all' }, clock)).toMatchObject({
    type: 'trend',
    service: undefined,
    fromMs: nowMs - 90 * 86_400_000,
    toMs: nowMs,
    tz: 'Europe/Berlin',
    threshold: undefined,
  });
});

test('reads types in any spelling', () => {
  expect(analysisQuery({ type: 'Failure_Patterns', threshold: '0.1' }, clock)).toMatchObject({
    type: 'failure-patterns',
    threshold: 0.1,
  });
});

test.each([
  [{}, '--type is missing'],
  [{ type: 'trends' }, '--type: there is no "trends"; did you mean "trend"?'],
  [{ type: 'trend', threshold: 'low' }, '--threshold: "low" is not a number'],
])('refuses %j', (options, message) => {
  expect(() => analysisQuery(options, clock)).toThrow(message);
});
