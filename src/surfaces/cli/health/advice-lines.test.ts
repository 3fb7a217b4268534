import { expect, test } from 'vitest';
import type { RecommendationView, ServiceHealthView } from '../../../app/health/health-view.ts';
import { adviceLines } from './advice-lines.ts';

const advice = (gain: number | null, text: string): RecommendationView => ({
  part: 'success-rate',
  gain,
  text,
  ids: [],
});
const service = (...recommendations: RecommendationView[]): ServiceHealthView => ({
  service: 'api',
  tier: null,
  score: 50,
  reason: null,
  deployments: 3,
  parts: [],
  recommendations,
});

test('puts what is worth most first, whatever the service, and lines up what goes on', () => {
  const lines = adviceLines(
    [
      service(advice(2, 'small')),
      service(advice(12.34, 'this is the one that matters')),
      service(advice(null, 'unscored')),
    ],
    {
      width: 38,
    },
  );
  expect(lines).toEqual([
    'What would raise it most',
    ' +12.3  this is the one that matters',
    '  +2.0  small',
    '        unscored',
  ]);
  expect(adviceLines([service(advice(1, 'a b '.repeat(10).trim()))], { width: 30 })[2]).toMatch(/^ {8}\S/);
});

test('says how many it leaves out of many services, and leaves out none of one', () => {
  const ten = Array.from({ length: 10 }, (_, index) => advice(index, `number ${index}`));
  expect(adviceLines([service(...ten), service()], {}).at(-1)).toMatch(/^2 more: /);
  expect(adviceLines([service(...ten)], {})).toHaveLength(11);
});

test('says nothing when nothing is to be said', () => {
  expect(adviceLines([service()], {})).toEqual([]);
});

test('shows no control characters of a name', () => {
  expect(adviceLines([service(advice(1, 'a\u001b[31m'))], {})[1]).toBe('  +1.0  a␛[31m');
});
