import { existsSync } from 'node:fs';
import type { Ledger } from '../../app/ledger.ts';
import type { Call } from './command-module.ts';
import type { Access } from './host.ts';

/** Opens the ledger for as long as something is done with it. What waits in the spool is recorded before anything new. */
export async function withLedger<Result>(
  call: Call,
  access: Access,
  use: (ledger: Ledger) => Promise<Result>,
): Promise<Result> {
  const ledger = await call.host.openLedger(call.settings, access);
  try {
    if ((access === 'sign' || access === 'record') && existsSync(call.settings.spoolDir)) {
      const { sendSpooled } = await import('./spool/send-spooled.ts');
      await sendSpooled(call, ledger);
    }
    return await use(ledger);
  } finally {
    await ledger.close();
  }
}
