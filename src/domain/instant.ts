import { LedgerError } from './errors.ts';

/** A point in time as ISO 8601 in UTC, `2026-01-15T10:15:00Z`, with milliseconds only where they are not zero. */
export type Instant = string;

const earliestMs = 0;
const latestMs = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
const iso =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|z|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?$/;
const relative = /^([+-]?)(\d+(?:\.\d+)?)(ms|s|m|h|d|w)$/;
const unitMs: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** Writes epoch milliseconds as an Instant. */
export function instant(ms: number): Instant {
  const dayStart = Math.floor(ms / dayMs) * dayMs;
  // A record writes many times of the same day, and toISOString takes ten times as long as all the rest.
  if (dayStart !== lastDay.startMs) lastDay = { startMs: dayStart, date: new Date(ms).toISOString().slice(0, 10) };
  const second = Math.floor((ms - dayStart) / 1000);
  const fraction = ms % 1000 === 0 ? '' : `.${String(ms % 1000).padStart(3, '0')}`;
  return `${lastDay.date}T${digits[Math.floor(second / 3600)]}:${digits[Math.floor(second / 60) % 60]}:${digits[second % 60]}${fraction}Z`;
}

const dayMs = 86_400_000;
let lastDay = { startMs: Number.NaN, date: '' };
/** 00 to 59. */
const digits = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));

/** Reads an Instant that this program wrote; for what people type, use parseTime. */
export function instantMs(at: Instant): number {
  return Date.parse(at);
}

/**
 * Reads a time as people and machines write it, in epoch milliseconds: ISO 8601 with or without time and zone (UTC when
 * missing; a date alone is midnight), unix seconds or milliseconds, `now`, or a span such as `-2h` and `7d`, counted
 * back from `nowMs` (`+2h` counts forward).
 * @throws LedgerError `invalid` for anything else, or a time outside the years 1970 to 9999.
 */
export function parseTime(input: string | number, nowMs: number, field = 'time'): number {
  const text = String(input).trim();
  const ms = text === 'now' ? nowMs : (parseUnix(text) ?? parseSpan(text, nowMs) ?? parseIso(text));
  if (ms === undefined || !Number.isFinite(ms) || ms < earliestMs || ms > latestMs) {
    throw new LedgerError('invalid', `${field}: ${JSON.stringify(input)} is not a time`, {
      field,
      hint: 'write 2026-01-15T10:00:00Z, 2026-01-15, 1768471200, now, -2h or 7d',
    });
  }
  return ms;
}

function parseUnix(text: string): number | undefined {
  if (!/^\d{1,15}(\.\d+)?$/.test(text)) return undefined;
  const value = Number(text);
  // Seconds reach 11 digits in the year 5138; anything of 12 digits or more is milliseconds.
  return Math.trunc(value < 1e11 ? value * 1000 : value);
}

function parseSpan(text: string, nowMs: number): number | undefined {
  const span = parseSpanMs(text);
  if (span === undefined) return undefined;
  return text.startsWith('+') ? nowMs + span : nowMs - span;
}

/** Reads a span such as `90s`, `24h` or `7d` as a positive number of milliseconds; undefined when it is none. */
export function parseSpanMs(text: string): number | undefined {
  const [, , amount, unit] = relative.exec(text.trim()) ?? [];
  const factor = unitMs[unit ?? ''];
  return factor === undefined ? undefined : Math.round(Number(amount) * factor);
}

function parseIso(text: string): number | undefined {
  const match = iso.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone = 'Z'] = match;
  const ms = Number(fraction.padEnd(3, '0').slice(0, 3));
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  // Date.UTC rolls 2026-02-30 over into March; such a date is a mistake, not a date.
  const rolled = date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day);
  if (rolled || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const offset = zoneOffsetMs(zone);
  if (offset === undefined) return undefined;
  return date.getTime() + Number(hour) * 3_600_000 + Number(minute) * 60_000 + Number(second) * 1000 + ms - offset;
}

function zoneOffsetMs(zone: string): number | undefined {
  if (zone === 'Z' || zone === 'z') return 0;
  const digits = zone.slice(1).replace(':', '');
  const hours = Number(digits.slice(0, 2));
  const minutes = Number(digits.slice(2) || '0');
  if (hours > 14 || minutes > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
