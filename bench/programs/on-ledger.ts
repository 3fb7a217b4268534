import { join } from 'node:path';
import { databaseOf, type GrownLedger, keyDirOf } from '../ledgers/grown-ledger.ts';

/** The environment in which the program works on a ledger of the bench and on nothing of the user's. */
export function onLedger(ledger: Pick<GrownLedger, 'directory'>): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('DEPLOY_LEDGER_'));
  return {
    ...Object.fromEntries(own),
    DEPLOY_LEDGER_DB: databaseOf(ledger),
    DEPLOY_LEDGER_KEY_DIR: keyDirOf(ledger),
    DEPLOY_LEDGER_CONFIG: join(ledger.directory, 'config.yaml'),
  };
}
