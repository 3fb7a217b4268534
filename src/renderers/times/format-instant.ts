import { LedgerError } from '../../domain/errors.ts';
import { type Instant, instantMs } from '../../domain/instant.ts';

const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * Writes a time for people, to the second: `2026-01-15 10:15:00` in UTC, `2026-01-15 11:15:00 +01:00` in any other
 * IANA time zone.
 * @throws LedgerError `invalid` when `tz` is not the name of a time zone.
 */
export function formatInstant(at: Instant, tz = 'UTC'): string {
  // Loading the data of time zones is slow, and UTC needs none.
  if (tz === 'UTC') return new Date(instantMs(at)).toISOString().slice(0, 19).replace('T', ' ');
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of formatter(tz).formatToParts(instantMs(at))) parts[type] = value;
  const offset = parts.timeZoneName?.replace('GMT', '') || '+00:00';
  return `${parts.year}-${parts.month}-${parts.day} ${parts.hour}:${parts.minute}:${parts.second} ${offset}`;
}

function formatter(tz: string): Intl.DateTimeFormat {
  const known = formatters.get(tz);
  if (known !== undefined) return known;
  const made = makeFormatter(tz);
  formatters.set(tz, made);
  return made;
}

function makeFormatter(timeZone: string): Intl.DateTimeFormat {
  const two = '2-digit';
  try {
    return new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
      timeZone,
      year: 'numeric',
      month: two,
      day: two,
      hour: two,
      minute: two,
      second: two,
      hourCycle: 'h23',
      timeZoneName: 'longOffset',
    });
  } catch (cause) {
    throw new LedgerError('invalid', `${JSON.stringify(timeZone)} is not a time zone`, {
      field: 'tz',
      hint: 'write an IANA name such as Europe/Berlin, or UTC',
      cause,
    });
  }
}
