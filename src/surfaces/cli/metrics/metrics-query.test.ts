import { expect, test } from 'vitest';
import { metricNames } from '../../../app/metrics/metrics-query.ts';
import { metricsQuery } from './metrics-query.ts';

const nowMs = Date.parse('2026-01-15T12:00:00Z');
const clock = { nowMs, tz: 'UTC' };
const dayMs = 86_400_000;

test('asks for all metrics of all services over the last 30 days', () => {
  expect(metricsQuery({}, clock)).toMatchObject({
    metrics: metricNames,
    service: undefined,
    fromMs: nowMs - 30 * dayMs,
    toMs: nowMs,
    groupBy: [],
  });
});

test.each([
  [{ period: '7' }, nowMs - 7 * dayMs, nowMs],
  [{ period: '7d' }, nowMs - 7 * dayMs, nowMs],
  [{ since: '2026-01-01' }, Date.parse('2026-01-01T00:00:00Z'), nowMs],
  [{ until: '2026-01-01', period: '1' }, Date.parse('2025-12-31T00:00:00Z'), Date.parse('2026-01-01T00:00:00Z')],
  [{ since: '2026-01-01', period: '2' }, Date.parse('2026-01-01T00:00:00Z'), Date.parse('2026-01-03T00:00:00Z')],
])('takes %j for a window', (options, fromMs, toMs) => {
  expect(metricsQuery(options, clock)).toMatchObject({ fromMs, toMs });
});

test('reads names in any spelling and order', () => {
  const query = metricsQuery({ metric: ['mttr', 'SUCCESS_RATE'], groupBy: ['Service', 'week'], service: 'all' }, clock);
  expect(query).toMatchObject({ metrics: ['success-rate', 'mttr'], groupBy: ['service', 'week'], service: undefined });
});

test.each([
  [{ metric: ['frequence'] }, '--metric: there is no "frequence"; did you mean "frequency"?'],
  [{ groupBy: ['sevice'] }, '--group-by: there is no "sevice"; did you mean "service"?'],
  [{ period: '0' }, '--period: "0" is not a number of days'],
  [{ period: '-3' }, '--period: "-3" is not a number of days'],
  [{ period: 'week' }, '--period: "week" is not a number'],
])('refuses %j', (options, message) => {
  expect(() => metricsQuery(options, clock)).toThrow(message);
});
