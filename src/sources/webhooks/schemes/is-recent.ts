/** How far the sender's clock and the time that a delivery takes may put it off, either way. */
export const toleranceSeconds = 300;

/** Whether a signature of these unix seconds is young enough not to be a recording of an old request. */
export function isRecent(seconds: string, nowMs: number): boolean {
  return /^\d{1,12}$/.test(seconds) && Math.abs(Math.floor(nowMs / 1000) - Number(seconds)) <= toleranceSeconds;
}
