import type { LedgerStore } from '../../../projections/read-store.ts';
import { findFact, proofOf } from '../../log/prove.ts';
import { type ArchiveFile, wholeFile } from '../archive/archive-file.ts';
import type { ReportedChange } from './reported-change.ts';

interface Provable {
  readonly store: LedgerStore;
  readonly note: string;
  readonly verifierKey: string;
}

/** For every fact about the sampled changes its exact bytes, and the proof that the log of the checkpoint holds them. */
export async function* proofFiles(
  { store, note, verifierKey }: Provable,
  sample: readonly ReportedChange[],
): AsyncGenerator<ArchiveFile> {
  const indexes = [...new Set(sample.flatMap(({ facts }) => facts))].sort((a, b) => a - b);
  for (const index of indexes) {
    const fact = await findFact(store, index);
    yield wholeFile(`proofs/${index}.json`, fact.bytes);
    yield wholeFile(`proofs/${index}.tlog-proof`, await proofOf(store, fact, note, verifierKey));
  }
}
