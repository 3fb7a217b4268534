import { LedgerError } from './errors.ts';

const dayMs = 86_400_000;

/**
 * When the day begins in a time zone whose date is that of `utcMidnightMs` in UTC, in epoch milliseconds.
 * Where the clock skips midnight, the day begins when the skip ends.
 * @throws LedgerError `invalid` when `tz` is not the name of a time zone.
 */
export function midnightIn(tz: string, utcMidnightMs: number): number {
  if (tz === 'UTC') return utcMidnightMs;
  const wallMs = wallClock(tz);
  // The offset differs on either side of a change of the clock; the earlier moment that shows this date is its beginning.
  const guesses = [utcMidnightMs - dayMs, utcMidnightMs, utcMidnightMs + dayMs].map(
    (ms) => utcMidnightMs - (wallMs(ms) - ms),
  );
  const fitting = guesses.filter((ms) => wallMs(ms) >= utcMidnightMs && wallMs(ms) < utcMidnightMs + dayMs);
  return Math.min(...fitting);
}

/** Reads what a clock on the wall shows at a moment, as if it were UTC. */
function wallClock(timeZone: string): (ms: number) => number {
  const format = formatter(timeZone);
  return (ms) => {
    const parts = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second);
  };
}

function formatter(timeZone: string): Intl.DateTimeFormat {
  const two = '2-digit';
  const fields = { year: 'numeric', month: two, day: two, hour: two, minute: two, second: two } as const;
  try {
    return new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', { timeZone, hourCycle: 'h23', ...fields });
  } catch (cause) {
    throw new LedgerError('invalid', `${JSON.stringify(timeZone)} is not a time zone`, {
      field: 'tz',
      hint: 'write an IANA name such as Europe/Berlin, or UTC',
      cause,
    });
  }
}
