import { LedgerError } from '../../domain/errors.ts';
import { printable } from '../../renderers/terminal/printable.ts';
import { paint } from '../../renderers/terminal/tone.ts';

export interface ErrorStyle {
  readonly color: boolean;
  /** Show where in the program it happened. */
  readonly verbose: boolean;
}

/** What a person reads when a command fails: one line, and one more that says what to do. */
export function errorText(error: unknown, { color, verbose }: ErrorStyle): string {
  const known = error instanceof LedgerError && error.code !== 'internal';
  const message = known ? error.message : 'something went wrong inside deploy-ledger, which is a defect of it';
  const otherwise = verbose ? undefined : 'run it again with --verbose to see what happened, and report that';
  const hint = known ? error.hint : otherwise;
  const lines = [`${paint('error:', 'bad', color)} ${printable(message)}`];
  if (hint !== undefined) lines.push(`  ${paint('hint:', 'dim', color)} ${printable(hint)}`);
  if (verbose) lines.push(...details(error));
  return `${lines.join('\n')}\n`;
}

function details(error: unknown): string[] {
  if (!(error instanceof Error)) return [printable(String(error))];
  const own = (error.stack ?? error.message).split('\n').map((line) => `  ${printable(line)}`);
  return error.cause === undefined ? own : [...own, '  caused by', ...details(error.cause)];
}
