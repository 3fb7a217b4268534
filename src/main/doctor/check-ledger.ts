import { statSync } from 'node:fs';
import { join } from 'node:path';
import { LedgerError } from '../../domain/errors.ts';
import type { LedgerIdentity } from '../../ledger/log-store.ts';
import { parseVerifierKey } from '../../ledger/note-verifier.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import { formatAge } from '../../renderers/times/format-span.ts';
import { FileKeyStore } from '../../storage/keys/file-key-store.ts';
import { openSqlite } from '../../storage/sqlite/open-sqlite.ts';
import type { Check } from '../../surfaces/cli/check.ts';
import type { Settings } from '../../surfaces/cli/settings.ts';

const tolerableMs = 60_000;

/** Opens the ledger and looks at its key, its last checkpoint and the clock. */
export async function* checkLedger({ database, keyDir }: Settings, nowMs: number): AsyncGenerator<Check> {
  let store: LedgerStore | undefined;
  try {
    store = await openSqlite(database.value, { mode: 'read' });
    const identity = await store.identity();
    if (identity === undefined) throw new LedgerError('storage', 'the database holds no ledger');
    const { size, recordedMs } = await store.head();
    yield { name: 'ledger', state: 'ok', message: `${identity.origin}, ${size} facts` };
    yield await checkKey(identity, keyDir.value);
    yield checkCheckpoint(identity, keyDir.value, size, (await store.latestCheckpoint())?.size, nowMs);
    yield checkClock(recordedMs, nowMs);
  } catch (error) {
    yield failed('ledger', error);
  } finally {
    await store?.close();
  }
}

async function checkKey({ verifierKey }: LedgerIdentity, keyDir: string): Promise<Check> {
  try {
    await new FileKeyStore(keyDir).signer(verifierKey);
    return {
      name: 'key',
      state: 'ok',
      message: `only yours: ${join(keyDir, parseVerifierKey(verifierKey).id)}`,
    };
  } catch (error) {
    return failed('key', error);
  }
}

function checkCheckpoint(
  { verifierKey }: LedgerIdentity,
  keyDir: string,
  size: number,
  signed: number | undefined,
  nowMs: number,
): Check {
  const name = 'checkpoint';
  if (signed === undefined) {
    if (size === 0) return { name, state: 'ok', message: 'none yet: nothing is recorded' };
    return { name, state: 'warn', message: `none, for ${size} facts`, hint: 'sign one with: deploy-ledger checkpoint' };
  }
  const kept = join(keyDir, `${parseVerifierKey(verifierKey).id}.checkpoint`);
  const stats = statSync(kept, { throwIfNoEntry: false });
  const age = stats === undefined ? 'not signed on this machine' : `${formatAge(nowMs - stats.mtimeMs)} old`;
  const message = `${age}, covers ${signed} of ${size} facts`;
  if (signed >= size) return { name, state: 'ok', message };
  return { name, state: 'warn', message, hint: 'sign the rest with: deploy-ledger checkpoint' };
}

/** A fact cannot have been recorded in the future, so a clock that says so was set back. */
function checkClock(recordedMs: number, nowMs: number): Check {
  const behindMs = recordedMs - nowMs;
  if (behindMs <= tolerableMs) return { name: 'clock', state: 'ok', message: new Date(nowMs).toISOString() };
  return {
    name: 'clock',
    state: 'warn',
    message: `${formatAge(behindMs)} behind the last fact of the ledger`,
    hint: 'set the clock of this machine; until it has caught up, facts are dated like the last one',
  };
}

function failed(name: string, error: unknown): Check {
  if (!(error instanceof LedgerError)) throw error;
  return { name, state: 'fail', failure: error.code, message: error.message, hint: error.hint };
}
