import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { repeat } from './repeat.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('works again once the last time is over and the interval has gone by', async () => {
  const ends: (() => void)[] = [];
  const work = vi.fn(() => new Promise<void>((resolve) => ends.push(resolve)));
  const repeated = repeat(work, 1000, () => undefined);
  await vi.advanceTimersByTimeAsync(5000);
  expect(work).toHaveBeenCalledTimes(1);
  ends[0]?.();
  await vi.advanceTimersByTimeAsync(999);
  expect(work).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(work).toHaveBeenCalledTimes(2);
  ends[1]?.();
  await repeated.stop();
  await vi.advanceTimersByTimeAsync(5000);
  expect(work).toHaveBeenCalledTimes(2);
});

test('waits, when it is stopped, for what is under way', async () => {
  let end = () => {};
  const repeated = repeat(
    () => new Promise<void>((resolve) => (end = resolve)),
    1000,
    () => undefined,
  );
  await vi.advanceTimersByTimeAsync(1000);
  const order: string[] = [];
  const stopped = repeated.stop().then(() => order.push('stopped'));
  await vi.advanceTimersByTimeAsync(5000);
  order.push('ended');
  end();
  await stopped;
  expect(order).toEqual(['ended', 'stopped']);
});

test('goes on after a failure, and tells it once for as long as it stays the same', async () => {
  const outcomes = ['full', 'full', '', 'full', 'locked'];
  const told: string[] = [];
  const repeated = repeat(
    async () => {
      const outcome = outcomes.shift();
      if (outcome) throw new Error(outcome);
    },
    1000,
    (error) => told.push(String(error)),
  );
  await vi.advanceTimersByTimeAsync(6000);
  await repeated.stop();
  expect(told).toEqual(['Error: full', 'Error: full', 'Error: locked']);
});
