import { setTimeout } from 'node:timers/promises';
import type { Ledger } from '../../app/ledger.ts';
import type { NotifySettings } from '../../surfaces/cli/settings.ts';
import type { Log } from '../serve/server-log.ts';
import { poster } from './post.ts';
import { mayReachPrivate, receiversOf } from './receivers.ts';

/** A server that tells receivers what happens. */
export interface Notifying {
  /** Takes other settings. @throws LedgerError `invalid`, and goes on with those before. */
  configure(settings: NotifySettings): Promise<void>;
  /** Resolves when nothing is under way any more; what was not taken is sent after the next start. */
  stop(): Promise<void>;
}

/** @throws LedgerError `invalid` for settings that are none. */
export function requireReceivers(settings: NotifySettings): void {
  receiversOf(settings);
  mayReachPrivate(settings);
}

/** Tells those whom the settings name. @throws LedgerError as requireReceivers does. */
export async function startNotifying(
  ledger: Pick<Ledger, 'outbox'>,
  settings: NotifySettings,
  { log, nowMs }: { readonly log: Log; readonly nowMs: () => number },
): Promise<Notifying> {
  let told = await begin(settings);

  async function begin(given: NotifySettings): Promise<() => Promise<void>> {
    const [receivers, allowPrivate] = [receiversOf(given), mayReachPrivate(given)];
    if (receivers.length === 0) return async () => {};
    const stop = new AbortController();
    const ports = {
      post: poster({ allowPrivate, nowMs }),
      wait: (ms: number, signal: AbortSignal) => setTimeout(ms, undefined, { signal }).catch(() => {}),
      chance: Math.random,
      failed: (receiver: string, error: unknown) =>
        log({
          level: 'warn',
          message: 'a receiver did not take a webhook',
          receiver,
          error: error instanceof Error ? error.message : String(error),
        }),
    };
    const ended = (await ledger.outbox()).tell(receivers, ports, stop.signal);
    return () => {
      stop.abort();
      return ended;
    };
  }

  return {
    async configure(changed) {
      requireReceivers(changed);
      await told();
      told = await begin(changed);
    },
    stop: () => told(),
  };
}
