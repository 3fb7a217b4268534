import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BuiltProgram } from '../../support/cli/built-program.ts';
import { SmallDisk } from '../../support/ledgers-disk.ts';
import { type StartedServer, startServer } from '../../support/server.ts';

const reason = SmallDisk.reasonAgainst();
if (reason !== undefined) console.warn(`skipped: ${reason}`);

describe.skipIf(reason !== undefined)('a server whose disk is full', () => {
  let disk: SmallDisk;
  let program: BuiltProgram;
  let server: StartedServer;
  let database: string;
  beforeEach(async () => {
    disk = new SmallDisk(16_000_000);
    program = new BuiltProgram();
    database = join(disk.folder, 'ledger.db');
    await program.run('init', '-q', '-d', database);
    server = await startServer({ program, args: ['-d', database] });
  });
  afterEach(async () => {
    await server.remove();
    disk.remove();
    program.remove();
  });

  const record = (id: string) =>
    server.post('/api/v1/deployments', { id, service: 'api', version: '1', environment: 'production' });
  const statusOf = async (path: string) => (await server.get(path)).status;

  /** Fills the disk until nothing more can be recorded, and gives back the answer to that. */
  async function fill(): Promise<Response> {
    for (let i = 0; ; i++) {
      disk.fill();
      const answer = await record(`filling-${i}`);
      if (answer.status !== 201) return answer;
    }
  }

  it('refuses to record, says why, is read all the same, and heals by itself', async () => {
    await record('before');
    const refused = await fill();
    expect([refused.status, refused.headers.has('retry-after')]).toEqual([503, true]);
    expect(await refused.json()).toMatchObject({
      code: 'storage',
      detail: expect.stringContaining('disk that is full'),
    });
    const unready = await server.get('/readyz');
    expect([unready.status, await unready.json()]).toMatchObject([503, { detail: expect.stringContaining('full') }]);
    expect(await statusOf('/healthz')).toBe(200);
    expect(await statusOf('/api/v1/deployments/before')).toBe(200);
    disk.free();
    expect((await record('after')).status).toBe(201);
    while ((await statusOf('/readyz')) !== 200);
    expect((await server.stop()).status).toBe(0);
    expect((await program.run('verify', '-d', database)).status).toBe(0);
  });

  it('starts all the same, for what can be read', async () => {
    await record('before');
    await server.stop();
    // Room for the index of the write-ahead log, and for no fact.
    disk.fill(36_864);
    server = await startServer({ program, args: ['-d', database] });
    expect(await statusOf('/api/v1/deployments/before')).toBe(200);
    expect(await statusOf('/readyz')).toBe(503);
  });
});
