import { dayMs, LocalCalendar } from '../../analysis/local-calendar.ts';
import type { Profile } from '../../analysis/metrics/profile.ts';
import type { Span } from '../../analysis/span.ts';

/**
 * The window asked for; or, for a profile that always looks at so many months, those up to its end in the calendar of the time zone.
 * A month without such a day counts from its last one: three months before the 31st of May is the end of February.
 */
export function profileWindow({ windowMonths }: Profile, { fromMs, toMs }: Span, tz: string): Span {
  if (windowMonths === undefined) return { fromMs, toMs };
  const calendar = new LocalCalendar(tz);
  const last = calendar.dayOf(toMs);
  const date = new Date(last * dayMs);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() - windowMonths];
  const firstMs = Math.min(Date.UTC(year, month, date.getUTCDate()), Date.UTC(year, month + 1, 0));
  return { fromMs: calendar.startOf(firstMs / dayMs) + toMs - calendar.startOf(last), toMs };
}
