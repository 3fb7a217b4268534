import type { Span } from '../../../src/analysis/span.ts';

export const quarterMs = 900_000;
/** A winter with every kind of change of clocks: Apia skipped the 30th of December in it. */
export const winter: Span = { fromMs: Date.UTC(2011, 9, 1), toMs: Date.UTC(2012, 4, 1) };

export interface LocalDay {
  /** As the zone's people write it: 2011-12-31. */
  readonly date: string;
  /** The Monday of its ISO week, likewise. */
  readonly monday: string;
  readonly month: string;
}

/**
 * The calendar of a winter as the zone itself writes it, quarter of an hour by quarter of an hour. No zone changed its clocks at any
 * other moment.
 */
export class QuarterHours {
  readonly #days: readonly LocalDay[];

  constructor(timeZone: string) {
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
    const days = new Map<string, LocalDay>();
    this.#days = Array.from({ length: (winter.toMs - winter.fromMs) / quarterMs }, (_, i) => {
      const date = format.format(winter.fromMs + i * quarterMs);
      const known = days.get(date) ?? localDay(date);
      days.set(date, known);
      return known;
    });
  }

  at(ms: number): LocalDay {
    return this.#days[Math.floor((ms - winter.fromMs) / quarterMs)] ?? localDay('1970-01-01');
  }

  /** Every quarter of an hour that begins in a span. */
  *in({ fromMs, toMs }: Span): Generator<LocalDay> {
    for (let ms = fromMs; ms < toMs; ms += quarterMs) yield this.at(ms);
  }

  /** Days if the span goes from midnight to midnight, else units of 24 hours. */
  days(span: Span): number {
    const isMidnight = (ms: number) => this.at(ms).date !== this.at(ms - quarterMs).date;
    if (!isMidnight(span.fromMs) || !isMidnight(span.toMs)) return (span.toMs - span.fromMs) / 86_400_000;
    return new Set([...this.in(span)].map(({ date }) => date)).size;
  }

  /** The Mondays of the ISO weeks of which no quarter of an hour lies outside of a span. */
  wholeWeeks(span: Span): string[] {
    const around = { fromMs: span.fromMs - 8 * 86_400_000, toMs: span.fromMs };
    const after = { fromMs: span.toMs, toMs: span.toMs + 8 * 86_400_000 };
    const outside = new Set([...this.in(around), ...this.in(after)].map(({ monday }) => monday));
    return [...new Set([...this.in(span)].map(({ monday }) => monday))].filter((monday) => !outside.has(monday));
  }
}

function localDay(date: string): LocalDay {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return { date, monday: day.toISOString().slice(0, 10), month: date.slice(0, 7) };
}
