import { LedgerError } from '../domain/errors.ts';

export const dayMs = 86_400_000;

/** Days in one time zone, as its people count them. A day is numbered from 1970-01-01, which is 0; years are those from 1970 on. */
export class LocalCalendar {
  /** Undefined for UTC, which needs none: making one takes longer than most questions. */
  readonly #clock: Intl.DateTimeFormat | undefined;
  /** Offsets from UTC by UTC day; null where the clocks changed during the day. */
  readonly #offsets = new Map<number, number | null>();

  /** @throws LedgerError `invalid` for a time zone that nobody knows. */
  constructor(tz: string) {
    this.#clock = tz === 'UTC' ? undefined : clockOf(tz);
  }

  /** The number of the day on which a moment lies. */
  dayOf(ms: number): number {
    return Math.floor(this.#localMs(ms) / dayMs);
  }

  /** The minutes since midnight, 0 to 1439, that clocks show at a moment. */
  minuteOf(ms: number): number {
    return Math.floor((this.#localMs(ms) - this.dayOf(ms) * dayMs) / 60_000);
  }

  /** The first moment of a day: midnight, or later where clocks skip midnight, or the next day's where they skip the day. */
  startOf(day: number): number {
    const midnight = day * dayMs - this.#offset(day * dayMs);
    if (this.dayOf(midnight) >= day && this.dayOf(midnight - 1) < day) return midnight;
    // The clocks changed in between. It is at most a day away from UTC's midnight, so halving finds it in 28 steps.
    let [before, at] = [(day - 1) * dayMs, (day + 1) * dayMs];
    while (at - before > 1) {
      const middle = Math.floor((before + at) / 2);
      if (this.dayOf(middle) >= day) at = middle;
      else before = middle;
    }
    return at;
  }

  /**
   * The days of a span: whole ones from midnight to midnight, whatever the clocks did in between; else in units of 24 hours. Clocks move
   * by some hours only, unless they skip a day: that one is none.
   */
  daysBetween(fromMs: number, toMs: number): number {
    const days = (toMs - fromMs) / dayMs;
    return this.#isMidnight(fromMs) && this.#isMidnight(toMs) ? Math.round(days) : days;
  }

  #isMidnight(ms: number): boolean {
    return this.startOf(this.dayOf(ms)) === ms;
  }

  #localMs(ms: number): number {
    return ms + this.#offset(ms);
  }

  #offset(ms: number): number {
    const clock = this.#clock;
    if (clock === undefined) return 0;
    const day = Math.floor(ms / dayMs);
    let offset = this.#offsets.get(day);
    if (offset === undefined) {
      const [first, last] = [askOffset(clock, day * dayMs), askOffset(clock, (day + 1) * dayMs - 1)];
      offset = first === last ? first : null;
      this.#offsets.set(day, offset);
    }
    return offset ?? askOffset(clock, ms);
  }
}

/** Asking costs microseconds, so it is done twice a day and not once a deployment. */
function askOffset(clock: Intl.DateTimeFormat, ms: number): number {
  const part: Record<string, number> = {};
  for (const { type, value } of clock.formatToParts(ms)) part[type] = Number(value);
  const { year = 0, month = 1, day, hour, minute, second } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1000) * 1000;
}

function clockOf(tz: string): Intl.DateTimeFormat {
  const numeric = 'numeric';
  const date = { year: numeric, month: numeric, day: numeric } as const;
  const time = { hour: numeric, minute: numeric, second: numeric, hourCycle: 'h23' } as const;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: tz, calendar: 'gregory', ...date, ...time });
  } catch (cause) {
    throw new LedgerError('invalid', `${JSON.stringify(tz)} is not a time zone`, {
      field: 'tz',
      hint: 'write the name of a zone, such as UTC, Europe/Berlin or America/New_York',
      cause,
    });
  }
}
