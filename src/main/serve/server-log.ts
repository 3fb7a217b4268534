import { LedgerError } from '../../domain/errors.ts';
import { paint } from '../../renderers/terminal/tone.ts';
import type { Channel } from '../../surfaces/cli/host.ts';
import type { LogEntry } from '../../surfaces/http/http-host.ts';

export type LogLevel = LogEntry['level'];
export type Log = (entry: LogEntry) => void;

const levels: readonly LogLevel[] = ['debug', 'info', 'warn', 'error'];
const tones = { debug: 'dim', info: 'ok', warn: 'warn', error: 'bad' } as const;

/** Writes the server's log from a level on: a line of JSON for each entry, or one that a person can read on a terminal. */
export function serverLog(channel: Channel, least: LogLevel, nowMs: () => number): Log {
  const line = channel.isTerminal ? readableLine : jsonLine;
  return (entry) => {
    if (levels.indexOf(entry.level) < levels.indexOf(least)) return;
    void channel.write(`${line(entry, new Date(nowMs()).toISOString(), channel.color)}\n`);
  };
}

/** Logs that something failed, and why: of a defect also where. */
export function failure(log: Log, message: string): (error: unknown) => void {
  return (error) => {
    const why = error instanceof Error && !(error instanceof LedgerError) ? error.stack : undefined;
    log({ level: 'error', message, error: why ?? (error instanceof Error ? error.message : String(error)) });
  };
}

function jsonLine(entry: LogEntry, time: string): string {
  return JSON.stringify({ time, ...entry });
}

/** The time of the day, and values in JSON where they are no plain words: what a client sent must not move the cursor. */
function readableLine({ level, message, ...fields }: LogEntry, time: string, color: boolean): string {
  const words = Object.entries(fields).map(([name, value]) => `${name}=${plain(value)}`);
  return [time.slice(11, 23), paint(level.padEnd(5), tones[level], color), message, ...words].join(' ');
}

function plain(value: unknown): string {
  return typeof value === 'string' && /^[\x21\x23-\x7e]+$/.test(value) ? value : (JSON.stringify(value) ?? '');
}
