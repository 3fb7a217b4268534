import { describe, expect, it } from 'vitest';
import { deploymentRow } from '../../test/support/rows.ts';
import type { Status } from '../domain/vocabulary.ts';
import { computeFrequency } from './compute-frequency.ts';
import { LocalCalendar } from './local-calendar.ts';

const at = (text: string) => Date.parse(text);
const finished = (text: string, status: Status = 'success') => ({
  ...deploymentRow({ id: text, status }),
  finishedMs: at(text),
});
const frequency = (finishes: ReturnType<typeof finished>[], from: string, to: string, tz = 'UTC') =>
  computeFrequency(finishes, { fromMs: at(from), toMs: at(to) }, new LocalCalendar(tz));

describe('the frequency', () => {
  it('is what reached the environment ÷ days of the window', () => {
    const rows = [
      finished('2026-01-02T10:00Z'),
      finished('2026-01-02T11:00Z', 'partial'),
      finished('2026-01-03T10:00Z', 'rolled-back'),
      finished('2026-01-04T10:00Z', 'failure'),
    ];
    const { metric, numerator } = frequency(rows, '2026-01-01', '2026-01-03T12:00Z');
    expect(metric).toMatchObject({ value: 1.2, unit: '1/d', numerator: 3, denominator: 2.5 });
    expect(numerator).toEqual(rows.slice(0, 3));
  });

  it('is zero, and no reason is needed, when nothing was deployed', () => {
    const { metric } = frequency([], '2026-01-05', '2026-01-19');
    expect(metric).toMatchObject({ value: 0, daysPerWeek: 0 });
    expect(metric).not.toHaveProperty('reason');
  });

  it('counts the days of a usual whole week, weeks without a deployment included', () => {
    const rows = [
      finished('2026-01-04T10:00Z'),
      finished('2026-01-05T00:00Z'),
      finished('2026-01-05T23:00Z'),
      finished('2026-01-11T10:00Z'),
      finished('2026-01-26T10:00Z'),
    ];
    const daysPerWeek = (from: string, to: string) => frequency(rows, from, to).metric['daysPerWeek'];
    expect(daysPerWeek('2026-01-05', '2026-01-12')).toBe(2);
    expect(daysPerWeek('2026-01-05', '2026-01-19')).toBe(1);
    expect(daysPerWeek('2026-01-05', '2026-01-26')).toBe(0);
    expect(daysPerWeek('2026-01-05', '2026-01-27')).toBe(0);
  });

  it('knows no usual week where no week lies wholly inside the window', () => {
    const { metric } = frequency([finished('2026-01-06T10:00Z')], '2026-01-05T00:00:01Z', '2026-01-18T23:59Z');
    expect(metric).toMatchObject({ daysPerWeek: null, daysPerWeekReason: expect.stringContaining('no ISO week') });
  });

  it('tells days and weeks apart where the people are', () => {
    const sundayInBerlinMondayInAuckland = [finished('2026-01-18T12:00Z')];
    const week = ['2026-01-11T11:00Z', '2026-01-18T11:00Z'] as const;
    const next = ['2026-01-18T11:00Z', '2026-01-25T11:00Z'] as const;
    const inAuckland = (span: readonly [string, string]) =>
      frequency(sundayInBerlinMondayInAuckland, ...span, 'Pacific/Auckland').metric['daysPerWeek'];
    expect([inAuckland(week), inAuckland(next)]).toEqual([0, 1]);
  });

  it('takes a week in which the clocks changed for seven days', () => {
    const { metric } = frequency([], '2026-03-22T23:00Z', '2026-03-29T22:00Z', 'Europe/Berlin');
    expect(metric).toMatchObject({ denominator: 7, daysPerWeek: 0 });
  });

  it('is unknown in a time that the calendar skips', () => {
    const skipped = '2011-12-30T10:00Z';
    expect(frequency([], skipped, skipped, 'Pacific/Apia').metric).toMatchObject({
      value: null,
      reason: expect.stringContaining('skips'),
    });
  });
});
