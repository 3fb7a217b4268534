import type { Call } from '../command-module.ts';
import type { TimeStyle } from './time-cell.ts';

/** How the command line that was typed wants times to be shown. */
export function timeStyle({ host, output, options }: Call): TimeStyle {
  return { format: output.format, tz: options['tz'], nowMs: host.nowMs() };
}
