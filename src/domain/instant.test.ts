import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasCode } from './errors.ts';
import { instant, instantMs, parseSpanMs, parseTime } from './instant.ts';

const now = Date.UTC(2026, 0, 15, 12);

describe('a time', () => {
  it.each([
    ['2026-01-15T10:00:00Z', '2026-01-15T10:00:00Z'],
    ['2026-01-15T10:00', '2026-01-15T10:00:00Z'],
    ['2026-01-15 10:00:00.250', '2026-01-15T10:00:00.250Z'],
    ['2026-01-15T10:00:00+02:00', '2026-01-15T08:00:00Z'],
    ['2026-01-15T10:00:00-0530', '2026-01-15T15:30:00Z'],
    ['2026-01-15', '2026-01-15T00:00:00Z'],
    ['1768471200', '2026-01-15T10:00:00Z'],
    ['1768471200123', '2026-01-15T10:00:00.123Z'],
    ['now', '2026-01-15T12:00:00Z'],
    ['-2h', '2026-01-15T10:00:00Z'],
    ['7d', '2026-01-08T12:00:00Z'],
    ['+30m', '2026-01-15T12:30:00Z'],
  ])('written %s means %s', (written, meant) => {
    expect(instant(parseTime(written, now))).toBe(meant);
  });

  it.each([
    '',
    'yesterday',
    '2026-13-01',
    '2026-02-30',
    '2026-01-15T24:00:00Z',
    '2026-01-15T10:61Z',
    '15.01.2026',
    '1e12',
    '-5',
    '99999999999999999',
  ])('is refused when written %j', (written) => {
    expect(() => parseTime(written, now, 'startedAt')).toThrow(`startedAt: ${JSON.stringify(written)} is not a time`);
  });

  it('survives being written and read, to the millisecond', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Date.UTC(9999, 11, 31) }), (ms) => {
        expect(instant(ms)).toBe(new Date(ms).toISOString().replace('.000Z', 'Z'));
        expect(instantMs(instant(ms))).toBe(ms);
        expect(parseTime(instant(ms), now)).toBe(ms);
      }),
    );
  });

  it('never fails with anything but invalid, whatever is typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double()), (input) => {
        try {
          expect(Number.isFinite(parseTime(input, now))).toBe(true);
        } catch (error) {
          expect(hasCode(error, 'invalid')).toBe(true);
        }
      }),
    );
  });
});

describe('a span', () => {
  it.each([
    ['90s', 90_000],
    ['24h', 86_400_000],
    ['1.5h', 5_400_000],
    ['2w', 1_209_600_000],
  ])('written %s is %d ms', (written, ms) => {
    expect(parseSpanMs(written)).toBe(ms);
  });

  it('is nothing else', () => {
    expect(parseSpanMs('24')).toBeUndefined();
  });
});
