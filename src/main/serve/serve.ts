import type { Ledger } from '../../app/ledger.ts';
import { hasCode } from '../../domain/errors.ts';
import type { Host } from '../../surfaces/cli/host.ts';
import type { ServeRequest, Serving } from '../../surfaces/cli/serve/serving.ts';
import { openDoor } from '../door/open-door.ts';
import { requireReceivers, startNotifying } from '../notify/notifying.ts';
import { atMostEvery } from './at-most-every.ts';
import { startChores } from './chores.ts';
import { CurrentSettings } from './current-settings.ts';
import { addressOf } from './http-settings.ts';
import { onSignals } from './on-signals.ts';
import { failure, type Log, serverLog } from './server-log.ts';
import { openSockets } from './sockets.ts';

/** How long those are waited for whose requests were accepted. */
const graceMs = 30_000;

/**
 * Serves a ledger over HTTP until a signal says to stop; then nothing more is accepted, what was accepted is answered, and the log is
 * signed.
 * @throws LedgerError `conflict`, `forbidden` or `invalid` when it cannot listen there, `unverified` when the log may not be signed.
 */
export async function serve({ ledger, settings, reload, logLevel }: ServeRequest, host: Host): Promise<Serving> {
  const log = serverLog(host.stderr, logLevel, host.nowMs);
  const current = new CurrentSettings(settings.server);
  const { door, isOpen } = await openDoor(
    ledger,
    { host: addressOf(current.server).host, rules: () => current.ciRules },
    host.nowMs,
  );
  requireReceivers(settings.notify);
  await requireSignable(ledger, log);
  const webhooks = await ledger.webhooks();
  const { nowMs, random, version } = host;
  const sockets = await openSockets(
    {
      ...{ version, door, nowMs, random, log },
      ledger: { ...ledger, requireReady: atMostEvery(ledger.requireReady, 1000, nowMs) },
      get settings() {
        return current.http;
      },
    },
    addressOf(current.server),
    current.tls,
  );
  log({ level: 'info', message: 'listening', url: sockets.url });
  if (isOpen) log({ level: 'warn', message: openToAll });
  const notifying = await startNotifying(ledger, settings.notify, { log, nowMs });
  const endChores = startChores(ledger, log);
  const ended = untilSignalled(host.stderr.isTerminal, log, async () => {
    const again = await reload();
    webhooks.configure(await again.webhooks());
    current.replace(again.server);
    sockets.use(current.tls);
    await notifying.configure(again.notify);
  });
  return {
    url: sockets.url,
    ended: ended
      .then(() => sockets.close(graceMs))
      .then(notifying.stop)
      .then(endChores),
  };
}

const openToAll = 'open: no token was ever created, so everybody on this machine may read and record';

/** A disk that is full for now keeps nobody from reading; a log that must not be signed is not to be added to. */
async function requireSignable(ledger: Ledger, log: Log): Promise<void> {
  try {
    await ledger.requireReady();
  } catch (error) {
    if (!hasCode(error, 'storage')) throw error;
    failure(log, 'cannot record for now')(error);
  }
}

/** Resolves at the first signal to end; reads the settings again at each one to do that. */
function untilSignalled(hasTerminal: boolean, log: Log, readAgain: () => Promise<void>): Promise<void> {
  return new Promise((resolve) =>
    onSignals({
      hasTerminal,
      stop(signal) {
        log({ level: 'info', message: 'stopping', signal });
        resolve();
      },
      reload: () =>
        void readAgain().then(
          () => log({ level: 'info', message: 'read the settings again' }),
          failure(log, 'cannot read the settings again'),
        ),
    }),
  );
}
