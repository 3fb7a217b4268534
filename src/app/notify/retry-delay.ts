/** Attempts until a fact is a dead letter: some nine hours of them. */
export const mostAttempts = 20;
const firstMs = 1000;
const longestMs = 3_600_000;
/** A receiver may ask for no more than this. */
const longestAskedMs = 24 * longestMs;

/**
 * How long to wait after so many attempts failed: twice as long each time up to an hour, of which up to half is left to chance, so that
 * those whom one outage stopped do not all come back at once. A receiver may ask for more.
 * @param chance from 0 to 1
 */
export function retryDelayMs(failed: number, chance: number, askedMs: number | null): number {
  const mostMs = Math.min(longestMs, firstMs * 2 ** (failed - 1));
  return Math.max(mostMs * (1 - chance / 2), Math.min(askedMs ?? 0, longestAskedMs));
}
