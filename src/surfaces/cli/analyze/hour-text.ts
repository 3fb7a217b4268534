export function hourText(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

/** Hours of the day, in order, as spans: `22:00–06:00, 12:00–13:00`. A span may go on over midnight. */
export function hourRanges(hours: readonly number[]): string {
  if (hours.length === 24) return 'all day';
  const isQuiet = (hour: number) => hours.includes((hour + 24) % 24);
  const starts = hours.filter((hour) => !isQuiet(hour - 1));
  return starts.map((start) => `${hourText(start)}–${hourText(endOf(start, isQuiet))}`).join(', ');
}

function endOf(start: number, isQuiet: (hour: number) => boolean): number {
  let end = start;
  while (isQuiet(end)) end++;
  return end % 24;
}
