import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { type CopyReport, verifyCopy } from '../../app/backup/verify-copy.ts';
import { LedgerError } from '../../domain/errors.ts';
import { FileKeyStore } from '../../storage/keys/file-key-store.ts';
import { copyDatabase } from '../../storage/sqlite/backup/copy-database.ts';
import type { RestoreOptions } from '../../surfaces/cli/backup/copying.ts';
import type { Settings } from '../../surfaces/cli/settings.ts';
import { requireFile } from '../host/open-for-command.ts';
import { scratchStore } from '../open-ledger.ts';

/**
 * Puts a verified copy of a backup in the place where the settings say that the ledger is, and where none may be. One that lacks what
 * was signed on this machine is put there only for reading: signing it would fork the log, which is refused for ever after.
 * @throws LedgerError `unverified` when it lacks that and is not for reading; as copyDatabase and verifyCopy do.
 */
export function restore(
  { database, keyDir }: Settings,
  file: string,
  { forReading, progress }: RestoreOptions,
): Promise<CopyReport> {
  requireFile(database.value);
  mkdirSync(dirname(database.value), { recursive: true, mode: 0o700 });
  const keys = new FileKeyStore(keyDir.value);
  return copyDatabase(file, database.value, async (copy) => {
    const report = await verifyCopy(copy, { keys, scratch: scratchStore, progress });
    if (report.lost !== null && !forReading) throw lacking(file, report.lost);
    return report;
  });
}

function lacking(file: string, { from, to }: NonNullable<CopyReport['lost']>): LedgerError {
  return new LedgerError(
    'unverified',
    `${file} lacks the facts ${from} to ${to}, which were signed on this machine; nothing was restored`,
    {
      hint: 'restore a newer backup; where there is none, --read-only makes this one readable, and keeps it from being added to',
    },
  );
}
