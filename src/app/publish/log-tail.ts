import type { PublishedFact } from './published-fact.ts';

/** Facts that are kept for those who follow the end of the log; whoever is farther behind reads the log. */
const mostKept = 8192;
/** Facts that a follower is given at once at most. */
const mostAtOnce = 256;
/** How often the log is looked at for facts that other processes recorded, in milliseconds. */
const intervalMs = 100;

export interface LogTailPorts {
  size(): Promise<number>;
  read(from: number, to: number): Promise<readonly PublishedFact[]>;
  /** Resolves after some milliseconds. */
  wait(ms: number): Promise<void>;
}

/**
 * The end of the log, read once for all who follow it: by index, so that a fact that another process recorded comes along like any
 * other. It looks at the log only while somebody follows. Each follower goes at its own pace, and none holds anything for another.
 */
export class LogTail {
  readonly #ports: LogTailPorts;
  #kept: PublishedFact[] = [];
  #end = -1;
  #waiting: (() => void)[] = [];
  #isLooking = false;
  #wake: (() => void) | undefined;

  constructor(ports: LogTailPorts) {
    this.#ports = ports;
  }

  /** Looks at the log at once: to be called when this process recorded something. */
  nudge(): void {
    this.#wake?.();
  }

  /** Every fact from an index on, as they come, until the signal says to stop. */
  async *follow(index: number, signal: AbortSignal): AsyncGenerator<readonly PublishedFact[]> {
    await this.#start();
    for (let next = index; !signal.aborted; ) {
      const first = this.#end - this.#kept.length;
      if (next < first) {
        const facts = await this.#ports.read(next, Math.min(next + mostAtOnce, first));
        next += facts.length;
        yield facts;
      } else if (next < this.#end) {
        const facts = this.#kept.slice(next - first, next - first + mostAtOnce);
        next += facts.length;
        yield facts;
      } else {
        await this.#grown(signal);
      }
    }
  }

  /** What was recorded before anybody followed is not kept. */
  async #start(): Promise<void> {
    const size = await this.#ports.size();
    if (this.#end < 0) this.#end = size;
  }

  #grown(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal.aborted) {
        resolve();
        return;
      }
      const done = () => {
        signal.removeEventListener('abort', done);
        resolve();
      };
      signal.addEventListener('abort', done);
      this.#waiting.push(done);
      if (!this.#isLooking) void this.#look();
    });
  }

  async #look(): Promise<void> {
    this.#isLooking = true;
    while (this.#waiting.length > 0) {
      try {
        if (await this.#readOn()) continue;
      } catch {
        // The disk is busy or gone: whoever follows waits until the log can be read again.
      }
      const woken = new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      await Promise.race([woken, this.#ports.wait(intervalMs)]);
      this.#wake = undefined;
    }
    this.#isLooking = false;
  }

  /** Reads what came, and lets those go on who wait for it. */
  async #readOn(): Promise<boolean> {
    const size = await this.#ports.size();
    if (size <= this.#end) return false;
    const facts = await this.#ports.read(this.#end, Math.min(size, this.#end + mostAtOnce));
    this.#kept.push(...facts);
    if (this.#kept.length > mostKept) this.#kept = this.#kept.slice(-mostKept);
    this.#end += facts.length;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const done of waiting) done();
    return facts.length > 0;
  }
}
