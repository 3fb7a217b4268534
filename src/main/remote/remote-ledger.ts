import type { Ledger } from '../../app/ledger.ts';
import { LedgerError } from '../../domain/errors.ts';
import type { Client } from '../../surfaces/client/connect.ts';
import { needsFile } from './needs-file.ts';
import { remoteTokens, remoteWebhooks } from './remote-access.ts';
import { importRemotely } from './remote-import.ts';
import { remoteLog } from './remote-log.ts';
import { remoteReads } from './remote-reads.ts';
import { recordRemotely } from './remote-record.ts';

/** The use cases over a server's API. What the API does not offer is refused, with the way to do it. */
export function remoteLedger(client: Client, url: string, clock: () => number): Ledger {
  return {
    origin: url,
    get verifierKey(): string {
      throw new LedgerError('invalid', 'a server is not asked for the key that it is to be checked with', {
        field: 'key',
        hint: 'give the key that you were told, with --key; init prints it where the ledger is',
      });
    },
    record: (claim, options) => recordRemotely(client, claim, options),
    importFrom: (readings, options) => importRemotely(client, readings, options, clock()),
    // The server sees to it by itself.
    abandonOverdue: async () => 0,
    ...remoteReads(client),
    ...remoteLog(client),
    tokens: async () => remoteTokens(client),
    webhooks: async () => remoteWebhooks(client),
    requireReady: async () => void (await client.showReadiness()),
    ...refused,
    close: async () => undefined,
  };
}

const refused = {
  picture: async () => refuse('visualize'),
  exportClaims: () => refuse('this export', 'export csv, markdown, org or tlog'),
  exportTables: async () => refuse('export --format sqlite', 'export csv, markdown, org or tlog'),
  postMortem: async () => refuse('report post-mortem'),
  changeReport: async () => refuse('report changes'),
  measure: async () => refuse('serving', 'scrape /metrics of that server'),
  eraseActor: async () => refuse('erase-actor'),
  outbox: async () => refuse('to see what receivers are told'),
  rebuild: async () => refuse('rebuilding'),
} satisfies Partial<Ledger>;

function refuse(what: string, instead?: string): never {
  throw needsFile(what, instead);
}
