import { createHash } from 'node:crypto';
import type { KeyStore } from '../../src/app/log/key-store.ts';
import { Recorder } from '../../src/app/record/recorder.ts';
import type { RecordedView } from '../../src/app/views.ts';
import type { ClaimInput } from '../../src/domain/claims/claim.ts';
import { LedgerError } from '../../src/domain/errors.ts';
import type { RandomBytes } from '../../src/domain/ids.ts';
import { strategyRegistry } from '../../src/domain/strategies/registry.ts';
import { noteSigner } from '../../src/ledger/note-signer.ts';
import type { LedgerStore } from '../../src/projections/read-store.ts';
import { ReferenceStore } from '../contract/reference-store.ts';

/** A ledger in memory whose clock goes on by a second with each record, and whose randomness is the same every time. */
export interface TestLedger {
  readonly store: LedgerStore;
  /** Records claims one after the other. */
  record(...claims: readonly (ClaimInput | Readonly<Record<string, unknown>>)[]): Promise<RecordedView[]>;
  /** Signs a checkpoint along with one more claim. */
  recordSigned(claim: ClaimInput): Promise<RecordedView>;
}

const signer = noteSigner('test.example/log', Buffer.alloc(32, 7));

export async function openTestLedger(startMs: number, store: LedgerStore = new ReferenceStore()): Promise<TestLedger> {
  const identity = { origin: signer.name, verifierKey: signer.verifierKey, secret: Buffer.alloc(32, 9) };
  await store.create(identity);
  let nowMs = startMs;
  const clock = () => nowMs;
  const recorder = new Recorder({
    store,
    identity,
    keys: memoryKeys(),
    strategies: strategyRegistry(),
    clock,
    random: repeatableRandom(),
  });
  const recordOne = async (claim: unknown, sign: boolean): Promise<RecordedView> => {
    nowMs += 1000;
    const outcome = await recorder.record(claim, { source: 'test', newEnvironments: true, sign });
    if (outcome instanceof LedgerError) throw outcome;
    return outcome;
  };
  return {
    store,
    record: async (...claims) => {
      const recorded: RecordedView[] = [];
      for (const claim of claims) recorded.push(await recordOne(claim, false));
      return recorded;
    },
    recordSigned: (claim) => recordOne(claim, true),
  };
}

function memoryKeys(): KeyStore {
  let last: string | undefined;
  return {
    signer: async () => signer,
    lastSigned: async () => last,
    prepareToKeep: async (_verifierKey, _size, note) => ({
      keep: async () => {
        last = note;
      },
      discard: async () => {},
    }),
    create: async () => signer.verifierKey,
  };
}

function repeatableRandom(): RandomBytes {
  let drawn = 0;
  return (size) => {
    const blocks: Buffer[] = [];
    for (let length = 0; length < size; length += 32) blocks.push(createHash('sha256').update(`${drawn++}`).digest());
    return Buffer.concat(blocks).subarray(0, size);
  };
}
