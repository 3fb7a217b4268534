const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const year = 365 * day;

/**
 * Writes how long ago something was, in the few characters that `kubectl` spends on it: `45s`, `3m20s`, `12m`, `3h20m`,
 * `30h`, `3d4h`, `60d`, `2y10d`. What lies in the future reads `in 12m`.
 */
export function formatAge(ms: number): string {
  if (ms <= -second) return `in ${formatAge(-ms)}`;
  if (ms < 2 * minute) return `${Math.max(0, Math.floor(ms / second))}s`;
  if (ms < 10 * minute) return twoUnits(ms, minute, 'm', second, 's');
  if (ms < 3 * hour) return `${Math.floor(ms / minute)}m`;
  if (ms < 8 * hour) return twoUnits(ms, hour, 'h', minute, 'm');
  if (ms < 2 * day) return `${Math.floor(ms / hour)}h`;
  if (ms < 8 * day) return twoUnits(ms, day, 'd', hour, 'h');
  if (ms < 2 * year) return `${Math.floor(ms / day)}d`;
  return ms < 8 * year ? twoUnits(ms, year, 'y', day, 'd') : `${Math.floor(ms / year)}y`;
}

/** Writes a length of time in its two largest units: `250ms`, `4.5s`, `4m 32s`, `2h 5m`, `3d 4h`. */
export function formatDuration(seconds: number): string {
  if (seconds < 0) return `-${formatDuration(-seconds)}`;
  if (seconds < 0.9995) return seconds === 0 ? '0s' : `${Math.round(seconds * 1000)}ms`;
  if (seconds < 9.95) return `${Number(seconds.toFixed(1))}s`;
  const ms = Math.round(seconds) * second;
  if (ms < minute) return `${ms / second}s`;
  if (ms < hour) return twoUnits(ms, minute, 'm', second, 's', ' ');
  return ms < day ? twoUnits(ms, hour, 'h', minute, 'm', ' ') : twoUnits(ms, day, 'd', hour, 'h', ' ');
}

function twoUnits(ms: number, large: number, largeSign: string, small: number, smallSign: string, gap = ''): string {
  const rest = Math.floor((ms % large) / small);
  const first = `${Math.floor(ms / large)}${largeSign}`;
  return rest === 0 ? first : `${first}${gap}${rest}${smallSign}`;
}
