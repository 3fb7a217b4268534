import { existsSync } from 'node:fs';
import type { Ledger } from '../../app/ledger.ts';
import { LedgerError } from '../../domain/errors.ts';
import type { Access } from '../../surfaces/cli/host.ts';
import { isServer, type Settings } from '../../surfaces/cli/settings.ts';

/**
 * Opens the ledger that the settings name. What records makes the default ledger when there is none; a place that was named
 * needs `init`, lest a typing error make an empty ledger. An http or https address is that of a server: its API is talked to.
 * @throws LedgerError `storage` when there is none, `invalid` for a database of a sort that this version cannot open.
 */
export async function openForCommand(settings: Settings, access: Access): Promise<Ledger> {
  const { database, keyDir, apiKey, webhooks } = settings;
  if (isServer(database.value)) {
    const { openRemote } = await import('../remote/open-remote.ts');
    return openRemote(database.value, apiKey.value);
  }
  requireFile(database.value);
  const create = access === 'record' && database.layer === 'default';
  if (!create && !existsSync(database.value)) throw missing(database);
  const { openLedger } = await import('../open-ledger.ts');
  return openLedger({ database: database.value, keyDir: keyDir.value, create, readOnly: access === 'read', webhooks });
}

/** @throws LedgerError `invalid` unless the database is a file. */
export function requireFile(database: string): void {
  if (isServer(database)) {
    throw new LedgerError('invalid', `this takes a database that is a file, and ${database} is a server`, {
      field: 'database',
      hint: 'do it on the machine of the server',
    });
  }
  const [, scheme] = /^([a-z][a-z0-9+.-]*):\/\//i.exec(database) ?? [];
  if (scheme === undefined) return;
  throw new LedgerError('invalid', `a database at ${scheme}:// is not supported by this version`, {
    field: 'database',
    hint: 'name a file, such as --database ./deployments.db',
  });
}

function missing({ value, layer }: Settings['database']): LedgerError {
  if (layer === 'default') {
    return new LedgerError('storage', `nothing is recorded yet: there is no ledger in ${value}`, {
      hint: 'begin with: deploy-ledger record-deployment, deploy-ledger import git . or deploy-ledger demo',
    });
  }
  return new LedgerError('storage', `there is no ledger in ${value}`, {
    hint: `make one with: deploy-ledger init --database ${value}`,
  });
}
