/** Work that is done again and again. */
export interface Repeated {
  /** Resolves when it is not under way any more, and will not be again. */
  stop(): Promise<void>;
}

/**
 * Does work at most once in so many milliseconds, for as long as nobody stops it. What it throws is told, once for as long as it stays
 * the same.
 */
export function repeat(work: () => Promise<unknown>, intervalMs: number, tell: (error: unknown) => void): Repeated {
  let told: string | undefined;
  let running = Promise.resolve();
  const turn = async () => {
    try {
      await work();
      told = undefined;
    } catch (error) {
      if (told !== String(error)) tell(error);
      told = String(error);
    }
    timer = setTimeout(start, intervalMs);
  };
  const start = () => {
    running = turn();
  };
  let timer = setTimeout(start, intervalMs);
  return {
    async stop() {
      clearTimeout(timer);
      await running;
      clearTimeout(timer);
    },
  };
}
