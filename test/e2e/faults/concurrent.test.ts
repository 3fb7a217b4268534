import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acknowledged, FaultyDays } from '../../support/ledgers-faults.ts';

const days = new FaultyDays('concurrent');
beforeAll(() => days.run('init -q'));
afterAll(() => days.remove());

describe('eight processes on one file', () => {
  it('record all that they acknowledge, gapless, while others read and verify', async () => {
    const loops = Array.from({ length: 8 }, async (_, worker) => {
      const ids: (string | undefined)[] = [];
      for (let i = 0; i < 8; i++) {
        const ended = await days.run(
          `record-deployment -s api -e production -v ${worker}.${i} --initiator worker-${worker}`,
        );
        expect(ended).toMatchObject({ status: 0, stderr: '' });
        ids.push(acknowledged(ended));
      }
      return ids;
    });
    const reading = (async () => {
      for (let i = 0; i < 6; i++) {
        await days.verify();
        await days.list();
      }
    })();
    const ids = (await Promise.all(loops)).flat();
    await reading;
    const listed = await days.list();
    expect(listed.map(({ id }) => id).sort()).toEqual(ids.sort());
    expect(listed.map(({ index }) => index).sort((a, b) => a - b)).toEqual([...Array(64).keys()]);
    expect(await days.verify()).toBe(64);
  });

  it('may all find that there is no ledger yet: one is made', async () => {
    const fresh = new FaultyDays('fresh');
    const ended = await Promise.all(
      Array.from({ length: 8 }, (_, i) => fresh.run(`record-deployment -s api -e production -v ${i}`)),
    );
    for (const { status, stderr } of ended) expect([status, stderr]).toEqual([0, '']);
    expect(await fresh.verify()).toBe(8);
    fresh.remove();
  });
});
