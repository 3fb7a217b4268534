import { constants } from 'node:os';

export interface SignalHandlers {
  stop(signal: NodeJS.Signals): void;
  reload(): void;
  /** Whether somebody sits before it: then the terminal's end is theirs. */
  readonly hasTerminal: boolean;
}

/** The first signal to end asks, the second one ends at once. */
export function onSignals({ stop, reload, hasTerminal }: SignalHandlers): void {
  let isStopping = false;
  const end = (signal: NodeJS.Signals) => {
    if (isStopping) process.exit(128 + constants.signals[signal]);
    isStopping = true;
    stop(signal);
  };
  process.on('SIGTERM', end).on('SIGINT', end);
  process.on('SIGHUP', hasTerminal ? end : reload);
}
