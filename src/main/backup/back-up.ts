import { type CopyReport, verifyCopy } from '../../app/backup/verify-copy.ts';
import { FileKeyStore } from '../../storage/keys/file-key-store.ts';
import { copyDatabase } from '../../storage/sqlite/backup/copy-database.ts';
import type { CopyProgress } from '../../surfaces/cli/backup/copying.ts';
import type { Settings } from '../../surfaces/cli/settings.ts';
import { requireFile } from '../host/open-for-command.ts';
import { scratchStore } from '../open-ledger.ts';

/**
 * Writes a verified copy of the ledger into a new file, whoever is recording meanwhile.
 * @throws LedgerError as copyDatabase and verifyCopy do.
 */
export function backUp({ database, keyDir }: Settings, file: string, progress: CopyProgress): Promise<CopyReport> {
  requireFile(database.value);
  const keys = new FileKeyStore(keyDir.value);
  return copyDatabase(database.value, file, (copy) => verifyCopy(copy, { keys, scratch: scratchStore, progress }));
}
