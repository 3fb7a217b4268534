import { expect, test } from 'vitest';
import { pictureQuery, pictureSize } from './picture-options.ts';

const clock = { nowMs: Date.UTC(2026, 0, 31), tz: 'UTC' };

test('pictures the last 30 days of everything unless told otherwise', () => {
  expect(pictureQuery('flow', { service: 'all' }, clock)).toEqual({
    type: 'flow',
    service: undefined,
    environment: undefined,
    fromMs: Date.UTC(2026, 0, 1),
    toMs: clock.nowMs,
    tz: 'UTC',
    knownAt: undefined,
  });
  expect(pictureQuery('flow', { period: '7', knownAt: '41' }, clock)).toMatchObject({
    fromMs: Date.UTC(2026, 0, 24),
    knownAt: { index: 41 },
  });
});

test('takes sizes that something can be drawn in', () => {
  expect([pictureSize('--width', '800'), pictureSize('--width', undefined)]).toEqual([800, undefined]);
  for (const wrong of ['0', '-1', '1.5', '1e3', '999999', 'wide', '']) {
    expect(() => pictureSize('--width', wrong)).toThrow(expect.objectContaining({ code: 'invalid' }));
  }
});
