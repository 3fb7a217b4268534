import { setTimeout } from 'node:timers/promises';
import type { LedgerStore } from '../../projections/read-store.ts';
import { LogTail } from './log-tail.ts';
import { readPublished } from './published-fact.ts';

/** The tail of the log in a store. */
export function openTail(store: LedgerStore): LogTail {
  return new LogTail({
    size: async () => (await store.head()).size,
    read: (from, to) => readPublished(store, from, to),
    // Nobody who only follows keeps a process alive.
    wait: (ms) => setTimeout(ms, undefined, { ref: false }),
  });
}
