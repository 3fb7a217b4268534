import type { Check } from '../../surfaces/cli/check.ts';
import { isServer, type Settings } from '../../surfaces/cli/settings.ts';
import { checkDatabase } from './check-database.ts';
import { checkLedger } from './check-ledger.ts';
import { checkNode, checkSqlite } from './check-program.ts';
import { checkServer } from './check-server.ts';
import { checkConfig } from './check-settings.ts';
import { checkSpool } from './check-spool.ts';

/** Looks at everything that has to be in order for this ledger to work, the outermost first. */
export async function* diagnose(settings: Settings, { nowMs }: { nowMs(): number }): AsyncGenerator<Check> {
  yield checkNode(process.versions.node);
  yield checkSqlite();
  yield checkConfig(settings);
  if (isServer(settings.database.value)) yield* checkServer(settings);
  else yield* checkFile(settings, nowMs());
  yield await checkSpool(settings);
}

async function* checkFile(settings: Settings, nowMs: number): AsyncGenerator<Check> {
  const database = await checkDatabase(settings.database);
  yield* database.checks;
  if (database.isThere) yield* checkLedger(settings, nowMs);
}
