import { expect, test } from 'vitest';
import { detectTrends, leastWeeks } from './detect-trends.ts';

const rising = [1, 3, 2, 4, 6, 5, 7, 9, 8, 10, 12, 11];
const flat = [4, 6, 5, 4, 6, 5, 5, 6, 4, 5, 4, 6];

test('says which way a series goes, and how fast', () => {
  const [up, down, none] = detectTrends([rising, rising.toReversed(), flat], 0.05);
  expect(up).toMatchObject({ direction: 'rising', slopePerWeek: 1, weeks: 12, reason: null });
  expect(down).toMatchObject({ direction: 'falling', slopePerWeek: -1 });
  expect(none).toMatchObject({ direction: 'none' });
});

test('says nothing of a series with too few values, and does not count it as a test', () => {
  const short = [...rising.slice(0, leastWeeks - 1), null, null, null];
  const [few, alone] = detectTrends([short, rising], 0.05);
  expect(few).toEqual({
    direction: null,
    slopePerWeek: null,
    p: null,
    q: null,
    weeks: 9,
    reason: 'a trend takes 10 whole weeks with a value, and there are 9',
  });
  expect(alone?.q).toBe(alone?.p);
});

test('takes the place of a week into account when there are weeks without a value', () => {
  const values = Array.from({ length: 24 }, (_, week) => (week % 2 === 0 ? week * 3 : null));
  expect(detectTrends([values], 0.05)[0]).toMatchObject({ slopePerWeek: 3, weeks: 12, direction: 'rising' });
});

test('asks for more of one series the more others are looked at with it', () => {
  const slight = [4, 5, 4, 6, 5, 4, 6, 7, 5, 6, 5, 7];
  expect(detectTrends([slight], 0.1)[0]?.direction).toBe('rising');
  expect(detectTrends([slight, ...Array.from({ length: 20 }, () => flat)], 0.1)[0]?.direction).toBe('none');
});
