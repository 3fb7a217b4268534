import { describe, expect, it } from 'vitest';
import { LogTail } from './log-tail.ts';
import type { PublishedFact } from './published-fact.ts';

function fact(index: number): PublishedFact {
  const [type, at] = ['deployment.recorded', '2026-01-01T00:00:00Z'];
  return {
    index,
    leafHash: '',
    type,
    occurredAt: at,
    recordedAt: at,
    source: 'test',
    data: {},
    service: 'a',
    environment: null,
  };
}

/** A log in memory whose looks are counted, and whose time goes by when the test says so. */
function log(size: number) {
  const state = { size, reads: [] as string[], ticks: [] as (() => void)[] };
  const tail = new LogTail({
    size: async () => state.size,
    read: async (from, to) => {
      state.reads.push(`${from}–${to}`);
      return Array.from({ length: to - from }, (_, i) => fact(from + i));
    },
    wait: () => new Promise((resolve) => state.ticks.push(resolve)),
  });
  const tick = async () => {
    while (state.ticks.length === 0) await new Promise((resolve) => setImmediate(resolve));
    for (const resolve of state.ticks.splice(0)) resolve();
  };
  return { state, tail, tick };
}

async function take(facts: AsyncIterable<readonly PublishedFact[]>, count: number): Promise<number[]> {
  const indexes: number[] = [];
  for await (const batch of facts) {
    indexes.push(...batch.map(({ index }) => index));
    if (indexes.length >= count) break;
  }
  return indexes;
}

describe('the tail of the log', () => {
  it('tells what is there from an index on, in order and once', async () => {
    const { tail } = log(600);
    const indexes = await take(tail.follow(2, new AbortController().signal), 598);
    expect(indexes).toEqual(Array.from({ length: 598 }, (_, i) => 2 + i));
  });

  it('goes on with what comes, which is read once for all who follow', async () => {
    const { tail, state, tick } = log(3);
    const { signal } = new AbortController();
    const followers = [take(tail.follow(3, signal), 2), take(tail.follow(3, signal), 2)];
    while (state.ticks.length === 0) await new Promise((resolve) => setImmediate(resolve));
    state.size = 5;
    await tick();
    expect(await Promise.all(followers)).toEqual([
      [3, 4],
      [3, 4],
    ]);
    expect(state.reads).toEqual(['3–5']);
  });

  it('is told at once what this process recorded', async () => {
    const { tail, state, tick } = log(0);
    const follower = take(tail.follow(0, new AbortController().signal), 1);
    await tick();
    await new Promise((resolve) => setImmediate(resolve));
    state.size = 1;
    tail.nudge();
    expect(await follower).toEqual([0]);
  });

  it('ends when it is told to', async () => {
    const { tail } = log(0);
    const stop = new AbortController();
    const follower = take(tail.follow(0, stop.signal), 1);
    stop.abort();
    expect(await follower).toEqual([]);
  });
});
