import { expect, test } from 'vitest';
import { atMostEvery } from './at-most-every.ts';

test('shares an answer until it is too old', async () => {
  let [nowMs, calls] = [0, 0];
  const ask = atMostEvery(
    async () => ++calls,
    1000,
    () => nowMs,
  );
  expect(await Promise.all([ask(), ask()])).toEqual([1, 1]);
  nowMs = 999;
  expect(await ask()).toBe(1);
  nowMs = 1000;
  expect(await ask()).toBe(2);
});

test('shares one call for as long as it takes', async () => {
  let [nowMs, calls] = [0, 0];
  let end = () => {};
  const ask = atMostEvery(
    () => {
      calls += 1;
      return new Promise<void>((resolve) => (end = resolve));
    },
    1000,
    () => nowMs,
  );
  const first = ask();
  nowMs = 60_000;
  const second = ask();
  end();
  await Promise.all([first, second]);
  expect(calls).toBe(1);
});

test('shares a failure as well', async () => {
  const ask = atMostEvery(
    () => Promise.reject(new Error('full')),
    1000,
    () => 0,
  );
  await expect(ask()).rejects.toThrow('full');
  await expect(ask()).rejects.toThrow('full');
});
