import { hasCode } from '../../domain/errors.ts';

const longestDelayMs = 16;

/**
 * Tries until nobody else holds the lock, giving the event loop its turns in between, for `waitMs` at most.
 * @throws LedgerError `overloaded` after that; what `attempt` throws for any other reason at once.
 */
export async function retryWhileLocked<Result>(attempt: () => Result, waitMs: number): Promise<Result> {
  let delayMs = 1;
  for (let waitedMs = 0; ; waitedMs += delayMs) {
    try {
      return attempt();
    } catch (error) {
      if (!hasCode(error, 'overloaded') || waitedMs >= waitMs) throw error;
    }
    delayMs = Math.min(waitedMs + 1, longestDelayMs);
    await new Promise((resolve) => setTimeout(resolve, delayMs));
  }
}
