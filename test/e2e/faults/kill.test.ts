import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acknowledged, FaultyDays } from '../../support/ledgers-faults.ts';

let days: FaultyDays;
beforeEach(async () => {
  days = new FaultyDays('kill');
  expect((await days.run('init -q')).status).toBe(0);
});
afterEach(() => days.remove());

const record = (version: string | number) => `record-deployment -s api -e production -v ${version}`;

describe('kill -9', () => {
  it('of a command that records loses nothing that it acknowledged', async () => {
    let aroundMs = await days.durationOf(record('first'));
    const ids: string[] = [];
    let unheard = 0;
    for (let i = 0; i < 60; i++) {
      const id = acknowledged(await days.kill(record(i), aroundMs * 0.8, aroundMs * 1.1));
      if (id === undefined) unheard += 1;
      else ids.push(id);
      // Towards the moment at which it writes, however busy the machine is.
      aroundMs *= id === undefined ? 1.1 : 0.9;
    }
    const listed = (await days.list()).map(({ id }) => id);
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed).toEqual(expect.arrayContaining(ids));
    // What was committed without a chance to say so is there as well, but never more than that.
    expect(listed.length).toBeLessThanOrEqual(1 + ids.length + unheard);
    expect(await days.verify()).toBe(listed.length);
    expect([ids.length > 0, unheard > 0]).toEqual([true, true]);
    expect(acknowledged(await days.run(record('last')))).toBeDefined();
  });

  it('of an import leaves what is whole, and the same import goes on from there without doubles', async () => {
    const rows = Array.from({ length: 3000 }, (_, i) => {
      const finishedAt = new Date(Date.UTC(2026, 0, 1) + i * 60_000).toISOString();
      return JSON.stringify({
        type: 'deployment',
        service: `s${i % 7}`,
        environment: 'production',
        version: `v${i}`,
        finishedAt,
      });
    });
    writeFileSync(join(days.program.home, 'rows.jsonl'), `${rows.join('\n')}\n`);
    const sizes: number[] = [];
    for (let i = 0; i < 8; i++) {
      await days.kill('import jsonl rows.jsonl', 200, 900);
      sizes.push(await days.verify());
    }
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
    const { status, stdout } = await days.run('import jsonl rows.jsonl -f json');
    const { recorded, duplicates } = JSON.parse(stdout);
    expect([status, recorded, duplicates]).toEqual([0, 3000 - (sizes.at(-1) ?? 0), sizes.at(-1)]);
    expect(new Set((await days.list()).map(({ version }) => version)).size).toBe(3000);
    expect(await days.verify()).toBe(3000);
  });

  it('of updates, checkpoints and erasures leaves a log that verifies, and each can be done again', async () => {
    await days.run(
      'record-deployment -s api -e production -v 1 --idempotency-key one --status in-progress --initiator Ann',
    );
    const [deployment] = await days.list();
    const lines = [
      `update-deployment ${deployment?.id} --message by-Ann`,
      'checkpoint',
      `correct-deployment ${deployment?.id} --set version=2 --reason slip`,
      'erase-actor Ann',
      'record-incident -s api -e production --severity low --title by-Ann',
    ];
    for (let i = 0; i < 30; i++) {
      const line = lines[i % lines.length] ?? '';
      await days.kill(line, 40, 250);
      if (i % lines.length === 3) await days.verify();
    }
    const before = await days.verify();
    for (const line of lines) expect([line, (await days.run(line)).status]).toEqual([line, 0]);
    expect(await days.verify()).toBeGreaterThan(before);
  });

  it('of init leaves nothing that stands in the way of another', async () => {
    for (let i = 0; i < 12; i++) {
      const database = join(days.program.home, `new-${i}.db`);
      await days.kill(`init -q -d ${database}`, 30, 200);
      expect((await days.run(`init -q -d ${database}`)).status).toBe(0);
      expect((await days.run(`${record(i)} -d ${database}`)).status).toBe(0);
      expect((await days.run(`verify -d ${database}`)).status).toBe(0);
    }
  });
});
