import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BuiltProgram } from '../../support/cli/built-program.ts';
import { putUnderLoad } from '../../support/load.ts';
import { type StartedServer, startServer } from '../../support/server.ts';

let program: BuiltProgram;
let server: StartedServer;
beforeEach(async () => {
  program = new BuiltProgram();
  server = await startServer({ program });
});
afterEach(async () => {
  await server.remove();
  program.remove();
});

async function ids(): Promise<string[]> {
  const { stdout } = await program.run('list', '--limit', 'all', '-f', 'json');
  return JSON.parse(stdout).map(({ id }: { id: string }) => id);
}

async function verified() {
  const { stdout } = await program.run('verify', '-f', 'json');
  return JSON.parse(stdout);
}

describe('under load', () => {
  it.each([20, 300, 900])('kill -9 loses nothing that was acknowledged (%i)', async (count) => {
    const load = putUnderLoad(server, 32);
    await load.reached(count);
    await server.stop('SIGKILL');
    await load.over;
    const recorded = await ids();
    expect(new Set(recorded).size).toBe(recorded.length);
    expect(recorded).toEqual(expect.arrayContaining(load.acknowledged));
    expect(load.refused).toEqual([]);
    expect(await verified()).toMatchObject({ ok: true, size: recorded.length });
    // And the next one goes on from there.
    server = await startServer({ program });
    const { status } = await server.post('/api/v1/deployments', { service: 'a', version: '1', environment: 'test' });
    expect(status).toBe(201);
  });

  it('a stop answers what was accepted, loses nothing and signs it', async () => {
    const load = putUnderLoad(server, 32);
    await load.reached(200);
    const { status } = await server.stop();
    await load.over;
    expect([status, load.refused]).toEqual([0, []]);
    const recorded = await ids();
    expect(recorded.toSorted()).toEqual(load.acknowledged.toSorted());
    const { ok, checkpoint } = await verified();
    expect([ok, checkpoint.split('\n')[1]]).toEqual([true, String(recorded.length)]);
  });
});
