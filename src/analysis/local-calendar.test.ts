import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasCode } from '../domain/errors.ts';
import { dayMs, LocalCalendar } from './local-calendar.ts';

const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'America/Sao_Paulo', 'Pacific/Auckland'];
const moments = fc.integer({ min: 0, max: Date.UTC(2060, 0) });

describe('a local calendar', () => {
  it('tells days apart at midnight of its zone', () => {
    const berlin = new LocalCalendar('Europe/Berlin');
    const midnight = Date.parse('2026-01-14T23:00:00Z');
    const day = Date.UTC(2026, 0, 15) / dayMs;
    expect([berlin.dayOf(midnight - 1), berlin.dayOf(midnight)]).toEqual([day - 1, day]);
    expect(berlin.startOf(day)).toBe(midnight);
  });

  it('counts a day of 23 and one of 25 hours as one day each', () => {
    const berlin = new LocalCalendar('Europe/Berlin');
    const spring = [Date.parse('2026-03-28T23:00:00Z'), Date.parse('2026-03-29T22:00:00Z')] as const;
    const autumn = [Date.parse('2026-10-24T22:00:00Z'), Date.parse('2026-10-25T23:00:00Z')] as const;
    expect([berlin.daysBetween(...spring), berlin.daysBetween(...autumn)]).toEqual([1, 1]);
  });

  it('measures a span that is not from midnight to midnight in units of 24 hours', () => {
    const from = Date.parse('2026-03-01T10:30:00Z');
    expect(new LocalCalendar('Europe/Berlin').daysBetween(from, from + 30 * dayMs)).toBe(30);
  });

  it('begins a day after the hour that its clocks skipped at midnight', () => {
    const day = Date.UTC(2018, 10, 4) / dayMs;
    expect(new LocalCalendar('America/Sao_Paulo').startOf(day)).toBe(Date.parse('2018-11-04T03:00:00Z'));
  });

  it('gives a day that its people skipped no time', () => {
    const apia = new LocalCalendar('Pacific/Apia');
    const skipped = Date.UTC(2011, 11, 30) / dayMs;
    expect(apia.startOf(skipped)).toBe(apia.startOf(skipped + 1));
  });

  it('does not count a day that its people skipped', () => {
    const apia = new LocalCalendar('Pacific/Apia');
    const [before, after] = [29, 31].map((date) => apia.startOf(Date.UTC(2011, 11, date) / dayMs)) as [number, number];
    expect([apia.daysBetween(before, after), apia.daysBetween(before, after + dayMs)]).toEqual([1, 2]);
  });

  it('puts every moment between the start of its day and that of the next', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), moments, (tz, ms) => {
        const calendar = new LocalCalendar(tz);
        const day = calendar.dayOf(ms);
        expect(calendar.startOf(day)).toBeLessThanOrEqual(ms);
        expect(calendar.startOf(day + 1)).toBeGreaterThan(ms);
      }),
    );
  });

  it('agrees with the date that the zone itself writes', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), moments, (tz, ms) => {
        const written = new Intl.DateTimeFormat('sv-SE', { timeZone: tz, dateStyle: 'short' }).format(ms);
        expect(new Date(new LocalCalendar(tz).dayOf(ms) * dayMs).toISOString().slice(0, 10)).toBe(written);
      }),
    );
  });

  it('refuses a zone that nobody knows, naming it', () => {
    const attempt = () => new LocalCalendar('Europe/Atlantis');
    expect(attempt).toThrow('"Europe/Atlantis" is not a time zone');
    expect(attempt).toThrow(expect.toSatisfy((error) => hasCode(error, 'invalid')));
  });
});
