import { existsSync } from 'node:fs';
import type { Ledger } from '../../app/ledger.ts';
import type { Call } from './command-module.ts';
import type { Access } from './host.ts';

/** Overdue deployments that one command sees to; the next one goes on with the rest. */
const mostAbandoned = 64;

/**
 * Opens the ledger for as long as something is done with it. What waits in the spool is recorded before anything new, and what is
 * overdue is abandoned after it: what a command reports is no longer overdue.
 */
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
    const result = await use(ledger);
    if (access === 'record') await abandonOverdue(call, ledger);
    return result;
  } finally {
    await ledger.close();
  }
}

/** What the command was about is recorded; nothing that happens here may make it look as if it were not. */
async function abandonOverdue({ output }: Call, ledger: Ledger): Promise<void> {
  try {
    await ledger.abandonOverdue({ most: mostAbandoned, sign: true });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    await output.warn(`cannot see to overdue deployments now; a later command will: ${why}`);
  }
}
