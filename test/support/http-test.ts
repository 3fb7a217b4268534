import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Ledger } from '../../src/app/ledger.ts';
import { openLedger } from '../../src/main/open-ledger.ts';
import { createApp } from '../../src/surfaces/http/create-app.ts';
import { loopbackCaller } from '../../src/surfaces/http/door/caller.ts';
import type { Door, HttpSettings, LogEntry, Peer } from '../../src/surfaces/http/http-host.ts';
import { routes } from '../../src/surfaces/http/routes.ts';
import { scratchFolder } from '../contract/scratch-folder.ts';

/** The HTTP surface over a new ledger in memory, called without a socket. */
export interface HttpTest {
  readonly ledger: Ledger;
  /** What the server logged. */
  readonly log: LogEntry[];
  request(path: string, init?: RequestInit): Promise<Response>;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
}

export interface HttpTestOptions {
  /** A door, or what makes one for the ledger. */
  readonly door?: Door | ((ledger: Ledger) => Promise<Door>);
  readonly peer?: Peer;
  /** Where the ledger is kept; in memory when absent. */
  readonly folder?: string;
  readonly settings?: Partial<HttpSettings>;
  readonly nowMs?: () => number;
}

const closedSettings = {
  publicLog: false,
  publicMetrics: false,
  maxSeries: 2000,
  compatMetrics: false,
  rateLimit: null,
};

const openDoor: Door = { admit: async () => loopbackCaller };

export async function openHttpTest({
  door = openDoor,
  peer = { address: '127.0.0.1', secure: false },
  settings,
  folder,
  nowMs = Date.now,
}: HttpTestOptions = {}): Promise<HttpTest> {
  const database = folder === undefined ? ':memory:' : join(folder, 'ledger.db');
  const ledger = await openLedger({ database, keyDir: folder ?? scratchFolder(), create: true });
  const log: LogEntry[] = [];
  const app = createApp(
    {
      ledger,
      version: 'test',
      door: typeof door === 'function' ? await door(ledger) : door,
      nowMs,
      random: randomBytes,
      log: (entry) => log.push(entry),
      settings: { hosts: ['localhost'], ...closedSettings, ...settings },
    },
    routes,
  );
  const scheme = peer.secure ? 'https' : 'http';
  const request = (path: string, init?: RequestInit) =>
    app.fetch(new Request(`${scheme}://localhost${path}`, init), peer);
  return {
    ledger,
    log,
    request,
    get: (path, headers = {}) => request(path, { headers }),
    post: (path, body, headers = {}) =>
      request(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
  };
}
