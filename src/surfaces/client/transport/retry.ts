import { NoAnswer, ServerError } from './server-error.ts';

const mostAttempts = 4;
const firstPauseMs = 100;
/** Longer than this the caller decides whether to wait. */
const longestPauseMs = 30_000;

/**
 * How long to wait before another attempt, in milliseconds; undefined when none would help, or it could do a second time what the one
 * before has done.
 */
export function retryPauseMs(error: unknown, attempt: number, repeatable: boolean): number | undefined {
  if (attempt >= mostAttempts) return undefined;
  const usualMs = firstPauseMs * 2 ** (attempt - 1);
  if (error instanceof NoAnswer) return repeatable ? usualMs : undefined;
  if (!(error instanceof ServerError) || (error.status !== 429 && error.status !== 503)) return undefined;
  const { retryAfterMs = usualMs } = error;
  return retryAfterMs <= longestPauseMs ? retryAfterMs : undefined;
}
