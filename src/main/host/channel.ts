import { once } from 'node:events';
import type { WriteStream } from 'node:tty';
import type { Channel } from '../../surfaces/cli/host.ts';

/** A standard stream of the process, with what its terminal can do; pipes and files can do nothing. */
export function channelOf(stream: WriteStream, environment: NodeJS.ProcessEnv): Channel {
  const isTerminal = stream.isTTY === true;
  return {
    isTerminal,
    width: isTerminal ? stream.columns : undefined,
    color: wantsColor(isTerminal, environment),
    async write(text) {
      if (text !== '' && !stream.write(text)) await once(stream, 'drain');
    },
  };
}

/** NO_COLOR (no-color.org) and FORCE_COLOR (force-color.org) count before the terminal does. */
export function wantsColor(isTerminal: boolean, { NO_COLOR, FORCE_COLOR, TERM }: NodeJS.ProcessEnv): boolean {
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return isTerminal && TERM !== 'dumb';
}
