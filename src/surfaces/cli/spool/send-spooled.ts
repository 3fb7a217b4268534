import type { Ledger } from '../../../app/ledger.ts';
import { LedgerError } from '../../../domain/errors.ts';
import type { Call } from '../command-module.ts';
import { forget, putAside, type SpooledFile, spooled, spoolFolder } from './spool-folder.ts';

/** No later attempt would end otherwise. */
const hopeless = ['invalid', 'not-found', 'conflict'];

/** Records what waits for this ledger. A file is removed only when all of it is recorded; one that never can be is put aside. */
export async function sendSpooled({ settings, output }: Call, ledger: Ledger): Promise<void> {
  const waiting = await spooled(spoolFolder(settings.spoolDir, settings.database.value));
  let sent = 0;
  for (const file of waiting) {
    const refusal = await send(file, ledger);
    if (refusal === undefined) {
      await forget(file.path);
      sent += file.lines.length;
    } else {
      await output.warn(
        `what waited to be recorded was refused (${refusal.message}); it is kept in ${await putAside(file.path)}`,
      );
    }
  }
  if (sent > 0)
    await output.note(
      `recorded ${sent} ${sent === 1 ? 'fact' : 'facts'} that waited since the ledger could not be written`,
    );
}

async function send({ lines }: SpooledFile, ledger: Ledger): Promise<LedgerError | undefined> {
  try {
    for (const line of lines) await ledger.record(parse(line), { source: 'cli', newEnvironments: true });
    return undefined;
  } catch (error) {
    if (error instanceof LedgerError && hopeless.includes(error.code)) return error;
    throw error;
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new LedgerError('invalid', 'it is no JSON', { cause });
  }
}
