import { dayMs } from '../../local-calendar.ts';

/** A day, numbered from 1970-01-01, as `2026-11-03`. */
export function dateText(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** Minutes since midnight as `14:05`. */
export function clockText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
