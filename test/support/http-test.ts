import { randomBytes } from 'node:crypto';
import type { Ledger } from '../../src/app/ledger.ts';
import { openLedger } from '../../src/main/open-ledger.ts';
import { createApp } from '../../src/surfaces/http/create-app.ts';
import { loopbackCaller } from '../../src/surfaces/http/door/caller.ts';
import type { Door, HttpSettings, LogEntry } from '../../src/surfaces/http/http-host.ts';
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
  readonly door?: Door;
  readonly settings?: Partial<HttpSettings>;
  readonly nowMs?: () => number;
}

const openDoor: Door = { admit: async () => loopbackCaller };

export async function openHttpTest({
  door = openDoor,
  settings,
  nowMs = Date.now,
}: HttpTestOptions = {}): Promise<HttpTest> {
  const ledger = await openLedger({ database: ':memory:', keyDir: scratchFolder(), create: true });
  const log: LogEntry[] = [];
  const app = createApp(
    {
      ledger,
      version: 'test',
      door,
      nowMs,
      random: randomBytes,
      log: (entry) => log.push(entry),
      settings: { hosts: ['localhost'], publicLog: false, publicMetrics: false, ...settings },
    },
    routes,
  );
  const request = (path: string, init?: RequestInit) =>
    app.fetch(new Request(`http://localhost${path}`, init), { address: '127.0.0.1', secure: false });
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
