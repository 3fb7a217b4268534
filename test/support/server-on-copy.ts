import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { vi } from 'vitest';
import { scratchFolder } from '../contract/scratch-folder.ts';
import { type HttpTest, openHttpTest } from './http-test.ts';

/** A server at http://localhost for every `fetch` of this process, on a copy of the ledger in a home. */
export async function serverOnCopy(home: string): Promise<HttpTest> {
  const folder = scratchFolder();
  const own = join(home, '.deploy-ledger');
  cpSync(join(own, 'keys'), folder, { recursive: true });
  cpSync(join(own, 'deployments.db'), join(folder, 'ledger.db'));
  const server = await openHttpTest({ folder });
  vi.stubGlobal('fetch', (url: URL, init: RequestInit) => server.request(url.pathname + url.search, init));
  return server;
}
