import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namedColumns } from './named-columns.ts';
import { timeTicks } from './time-ticks.ts';

function frame(from: string, to: string, tz = 'UTC') {
  return { fromMs: Date.parse(from), toMs: Date.parse(to), tz };
}

function labels(from: string, to: string, most: number, tz?: string): string[] {
  return timeTicks(frame(from, to, tz), most).map(({ label }) => label);
}

describe('timeTicks', () => {
  it('names hours within a day, and midnight by its date', () => {
    expect(labels('2026-11-02T20:00:00Z', '2026-11-03T09:00:00Z', 5)).toEqual(['21:00', 'Nov 3', '03:00', '06:00']);
  });

  it('names Mondays within a month', () => {
    expect(labels('2026-11-01', '2026-12-01', 6)).toEqual(['Nov 2', 'Nov 9', 'Nov 16', 'Nov 23', 'Nov 30']);
  });

  it('names months within a year, and January by the year', () => {
    expect(labels('2025-11-15', '2026-04-15', 6)).toEqual(['Dec', '2026', 'Feb', 'Mar', 'Apr']);
  });

  it('stays at midnight where clocks change in between', () => {
    const [before, after] = timeTicks(frame('2026-10-24T12:00:00Z', '2026-10-26T12:00:00Z', 'Europe/Berlin'), 2);
    expect([before?.atMs, after?.atMs]).toEqual([
      Date.parse('2026-10-24T22:00:00Z'),
      Date.parse('2026-10-25T23:00:00Z'),
    ]);
  });

  it('is in order, inside the frame, and hardly more than was asked for', () => {
    const anyFrame = fc.tuple(
      fc.integer({ min: 0, max: 4e12 }),
      fc.integer({ min: 1, max: 3e12 }),
      fc.constantFrom('UTC', 'Europe/Berlin', 'Australia/Lord_Howe'),
    );
    fc.assert(
      fc.property(anyFrame, fc.integer({ min: 1, max: 20 }), ([fromMs, lengthMs, tz], most) => {
        const toMs = fromMs + lengthMs;
        const moments = timeTicks({ fromMs, toMs, tz }, most).map(({ atMs }) => atMs);
        expect(moments).toEqual([...new Set(moments)].sort((a, b) => a - b));
        expect(moments.every((atMs) => atMs >= fromMs && atMs < toMs)).toBe(true);
        expect(moments.length).toBeLessThanOrEqual(most + 2);
      }),
      { numRuns: 60 },
    );
  });
});

describe('namedColumns', () => {
  it('covers the frame without a gap and names whole days without their hours', () => {
    expect(namedColumns(frame('2026-11-01T12:00:00Z', '2026-11-04'), 3)).toEqual([
      { fromMs: Date.parse('2026-11-01T12:00:00Z'), toMs: Date.parse('2026-11-02'), name: '2026-11-01 12:00 – 00:00' },
      { fromMs: Date.parse('2026-11-02'), toMs: Date.parse('2026-11-03'), name: '2026-11-02' },
      { fromMs: Date.parse('2026-11-03'), toMs: Date.parse('2026-11-04'), name: '2026-11-03' },
    ]);
  });
});
