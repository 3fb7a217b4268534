import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { WebhookSettings } from '../app/deliveries/webhooks.ts';
import type { Ledger } from '../app/ledger.ts';
import { composeLedger } from '../app/open.ts';
import { LedgerError } from '../domain/errors.ts';
import { strategyRegistry } from '../domain/strategies/registry.ts';
import type { LedgerIdentity } from '../ledger/log-store.ts';
import type { LedgerStore } from '../projections/read-store.ts';
import { FileKeyStore } from '../storage/keys/file-key-store.ts';
import { openSqlite } from '../storage/sqlite/open-sqlite.ts';

export interface OpenOptions {
  /** Path of the database, or `:memory:`. */
  readonly database: string;
  /** Directory of the signing keys. */
  readonly keyDir: string;
  /** Make the ledger when there is none. */
  readonly create: boolean;
  /** Only read: nothing is locked, and nothing can be recorded. */
  readonly readOnly?: boolean | undefined;
  /** The log's name, when it is made. */
  readonly name?: string | undefined;
  /** The settings of the sources of webhooks, for when they are needed. */
  readonly webhooks?: (() => Promise<WebhookSettings>) | undefined;
}

export interface InitReport {
  readonly ledger: string;
  readonly verifierKey: string;
  readonly database: string;
  readonly created: boolean;
}

/**
 * Opens a ledger and puts the use cases over it.
 * @throws LedgerError `storage` when there is none and it may not be made, or it cannot be opened.
 */
export async function openLedger(options: OpenOptions): Promise<Ledger> {
  const opened = await openStore(options);
  if (await opened.store.projectionsStale()) {
    await opened.store.close();
    return openLedger(await rebuilt(options));
  }
  const { store, identity, keys } = opened;
  return composeLedger({
    store,
    identity,
    keys,
    strategies: strategyRegistry(),
    clock: Date.now,
    random: pooledRandom(),
    scratch: scratchStore,
    webhooks: options.webhooks,
  });
}

/** Folds the log again into read models that another version of the program made. */
async function rebuilt(options: OpenOptions): Promise<OpenOptions> {
  const { rebuild } = await import('../app/log/replay.ts');
  const { store } = await openStore({ ...options, readOnly: false });
  try {
    await rebuild(store);
  } finally {
    await store.close();
  }
  return options;
}

/** Makes a ledger and its signing key, or finds that they are there. */
export async function initLedger(options: OpenOptions): Promise<InitReport> {
  const { store, identity, created } = await openStore({ ...options, create: true });
  await store.close();
  if (options.name !== undefined && options.name !== identity.origin) {
    throw new LedgerError(
      'conflict',
      `the database ${options.database} holds the ledger "${identity.origin}" already`,
      {
        field: 'name',
        hint: 'a ledger keeps its name for ever; choose another database for a new one',
      },
    );
  }
  return { ledger: identity.origin, verifierKey: identity.verifierKey, database: options.database, created };
}

interface Opened {
  readonly store: LedgerStore;
  readonly identity: LedgerIdentity;
  readonly keys: FileKeyStore;
  readonly created: boolean;
}

async function openStore(options: OpenOptions): Promise<Opened> {
  const { database, create } = options;
  if (create && database !== ':memory:') makeDirectoryOf(database);
  const store = await openSqlite(database, { mode: create ? 'create' : options.readOnly ? 'read' : 'open' });
  const keys = new FileKeyStore(options.keyDir);
  try {
    const there = await store.identity();
    if (there !== undefined) return { store, keys, identity: there, created: false };
    if (!create) throw noLedger(database);
    const origin = options.name ?? `deploy-ledger.local/${randomBytes(4).toString('hex')}`;
    await store.create({ origin, verifierKey: await keys.create(origin), secret: randomBytes(32) });
    // Another process may have been first: what is stored counts.
    const identity = await store.identity();
    if (identity === undefined) throw noLedger(database);
    return { store, keys, identity, created: true };
  } catch (error) {
    await store.close();
    throw error;
  }
}

function noLedger(database: string): LedgerError {
  return new LedgerError('storage', `there is no ledger in ${database}`, {
    hint: `make one with: deploy-ledger init --database ${database}`,
  });
}

function makeDirectoryOf(database: string): void {
  try {
    makeMissing(dirname(database));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new LedgerError('storage', `cannot make the directory of ${database}: ${why}`, {
      hint: 'choose a place that you may write to, with --database',
      cause: error,
    });
  }
}

/** Makes a directory and those above it, step by step: Node's own way never ends in a file system that refuses, such as /proc. */
function makeMissing(path: string): void {
  if (existsSync(path)) return;
  makeMissing(dirname(path));
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    // Another process may have been first.
    if (!existsSync(path)) throw error;
  }
}

/** A store that is thrown away, for the read models to be folded into once more. */
export async function scratchStore(): Promise<LedgerStore> {
  const directory = mkdtempSync(join(tmpdir(), 'deploy-ledger-verify-'));
  const store = await openSqlite(join(directory, 'scratch.db'), { mode: 'create' });
  const close = store.close.bind(store);
  store.close = async () => {
    await close();
    rmSync(directory, { recursive: true, force: true });
  };
  return store;
}

/** Random bytes, drawn from the system some thousand at a time. */
export function pooledRandom(): (size: number) => Uint8Array {
  let pool = new Uint8Array();
  return (size) => {
    if (pool.length < size) pool = randomBytes(Math.max(4096, size));
    const drawn = pool.subarray(0, size);
    pool = pool.subarray(size);
    return drawn;
  };
}
