/** Days are numbered from 1970-01-01, a Thursday, which is 0. ISO 8601 weeks begin on Monday. */
export function mondayOf(day: number): number {
  return day - ((((day + 3) % 7) + 7) % 7);
}

/** The first Monday that is not before a day. */
export function mondayFrom(day: number): number {
  return mondayOf(day + 6);
}
