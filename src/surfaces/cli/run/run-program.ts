import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** How a program ended. */
export interface ProgramEnd {
  /** As a shell would report it: 128 and the signal's number after a signal, 126 or 127 when it could not be started. */
  readonly exitStatus: number;
  readonly outcome: 'success' | 'failure' | 'cancelled';
  /** What happened, in words that hold nothing of its arguments. */
  readonly says: string;
}

const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs a program on this process's own input and output until it ends. Signals that this process gets go to the program, whose end
 * is then waited for.
 */
export async function runProgram(program: string, args: readonly string[]): Promise<ProgramEnd> {
  const child = spawn(program, args, { stdio: 'inherit' });
  let stopped: NodeJS.Signals | undefined;
  const forward = (signal: NodeJS.Signals) => {
    stopped = signal;
    // The terminal sends Ctrl-C to all of its foreground processes: a second one would make many programs give up cleaning up.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  };
  for (const signal of forwarded) process.on(signal, forward);
  try {
    return await new Promise<ProgramEnd>((resolve) => {
      child.once('error', (error) => resolve(notStarted(program, error)));
      child.once('exit', (code, signal) => resolve(ended(program, code, signal, stopped)));
    });
  } finally {
    for (const signal of forwarded) process.off(signal, forward);
  }
}

function ended(
  program: string,
  code: number | null,
  signal: NodeJS.Signals | null,
  stopped: NodeJS.Signals | undefined,
): ProgramEnd {
  if (signal !== null) {
    return {
      exitStatus: 128 + constants.signals[signal],
      outcome: 'cancelled',
      says: `${program} was ended by ${signal}`,
    };
  }
  const exitStatus = code ?? 0;
  if (exitStatus === 0) return { exitStatus, outcome: 'success', says: `${program} ended with status 0` };
  const says = `${program} ended with status ${exitStatus}`;
  // Many programs catch a signal, clean up and end with a status of their own.
  return stopped === undefined
    ? { exitStatus, outcome: 'failure', says }
    : { exitStatus, outcome: 'cancelled', says: `${says} after ${stopped}` };
}

function notStarted(program: string, error: Error): ProgramEnd {
  const missing = 'code' in error && error.code === 'ENOENT';
  return {
    exitStatus: missing ? 127 : 126,
    outcome: 'failure',
    says: missing ? `${program} was not found` : `${program} could not be started`,
  };
}
