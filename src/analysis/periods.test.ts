import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayMs, LocalCalendar } from './local-calendar.ts';
import { type PeriodUnit, periodAt, periodsOf } from './periods.ts';

const utc = new LocalCalendar('UTC');
const at = (text: string) => Date.parse(text);
const window = (from: string, to: string) => ({ fromMs: at(from), toMs: at(to) });

describe('the periods of a window', () => {
  it('are cut off at its ends', () => {
    const months = periodsOf(window('2026-01-20', '2026-03-02'), ['month'], utc);
    expect(months).toEqual([
      { names: { month: '2026-01' }, ...window('2026-01-20', '2026-02-01') },
      { names: { month: '2026-02' }, ...window('2026-02-01', '2026-03-01') },
      { names: { month: '2026-03' }, ...window('2026-03-01', '2026-03-02') },
    ]);
  });

  it('name a week by the year of its Thursday', () => {
    const names = (from: string, to: string) =>
      periodsOf(window(from, to), ['week'], utc).map((week) => week.names['week']);
    expect(names('2020-12-31', '2021-01-05')).toEqual(['2020-W53', '2021-W01']);
    expect(names('2024-12-29', '2024-12-31')).toEqual(['2024-W52', '2025-W01']);
  });

  it('are cut wherever one of several units begins', () => {
    const both = periodsOf(window('2026-01-26', '2026-02-09'), ['week', 'month'], utc);
    expect(both.map(({ names }) => `${names['week']} ${names['month']}`)).toEqual([
      '2026-W05 2026-01',
      '2026-W05 2026-02',
      '2026-W06 2026-02',
    ]);
  });

  it('are the whole window when there is no unit', () => {
    expect(periodsOf(window('2026-01-01', '2026-03-01'), [], utc)).toEqual([
      { names: {}, ...window('2026-01-01', '2026-03-01') },
    ]);
  });

  it('are refused when they are more than anybody reads', () => {
    expect(() => periodsOf(window('1970-01-01', '2020-01-01'), ['day'], utc)).toThrow('more than 10000 periods by day');
  });

  it('leave no gap, and each moment is found in the one that holds it', () => {
    const units = fc.subarray<PeriodUnit>(['day', 'week', 'month']);
    const zone = fc.constantFrom('UTC', 'America/New_York', 'Pacific/Apia', 'Asia/Kolkata');
    const from = fc.integer({ min: at('2011-11-01'), max: at('2012-04-01') });
    fc.assert(
      fc.property(
        zone,
        units,
        from,
        fc.integer({ min: 1, max: 90 * dayMs }),
        fc.nat(),
        (tz, by, fromMs, length, pick) => {
          const periods = periodsOf({ fromMs, toMs: fromMs + length }, by, new LocalCalendar(tz));
          expect([periods[0]?.fromMs, periods.at(-1)?.toMs]).toEqual([fromMs, fromMs + length]);
          for (const [i, period] of periods.entries()) expect(period.toMs).toBe(periods[i + 1]?.fromMs ?? period.toMs);
          const ms = fromMs + (pick % length);
          const found = periodAt(periods, ms);
          expect(found?.fromMs).toBeLessThanOrEqual(ms);
          expect(found?.toMs).toBeGreaterThan(ms);
        },
      ),
    );
  });
});
