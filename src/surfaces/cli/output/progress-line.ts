import { truncate } from '../../../renderers/terminal/display-width.ts';
import type { Call } from '../command-module.ts';
import type { Channel } from '../host.ts';

const barLength = 24;
const pauseMs = 100;

/** One line on the terminal that says how far something is. Where nobody watches, or quiet was asked for, it writes nothing. */
export class ProgressLine {
  readonly #channel: Channel | undefined;
  readonly #nowMs: () => number;
  #shownMs = 0;

  constructor({ host, output }: Pick<Call, 'host' | 'output'>) {
    this.#channel = host.stderr.isTerminal && !output.quiet ? host.stderr : undefined;
    this.#nowMs = host.nowMs;
  }

  /** `share` from 0 to 1, or undefined while nobody knows how much there is. */
  show(doing: string, share: number | undefined, detail: string): void {
    if (this.#channel === undefined) return;
    const nowMs = this.#nowMs();
    if (nowMs - this.#shownMs < pauseMs) return;
    this.#shownMs = nowMs;
    const line = `${doing} ${bar(share)}${detail}`;
    void this.#channel.write(`\r\u001b[K${truncate(line, (this.#channel.width ?? 80) - 1)}`);
  }

  clear(): void {
    if (this.#shownMs > 0) void this.#channel?.write('\r\u001b[K');
  }
}

function bar(share: number | undefined): string {
  if (share === undefined) return '';
  const done = Math.round(Math.min(1, share) * barLength);
  return `[${'█'.repeat(done)}${'░'.repeat(barLength - done)}] ${String(Math.floor(share * 100)).padStart(3)} %  `;
}
