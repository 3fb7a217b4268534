import type { Fact } from '../../domain/facts/fact.ts';
import { hex } from '../../ledger/hashing.ts';
import type { StoredFact } from '../../ledger/log-store.ts';
import type { FactView } from '../views.ts';

/** A stored fact that was decoded. */
export interface ReadFact {
  readonly stored: StoredFact;
  readonly fact: Fact;
}

/** Shows a fact as it is in the log: what is sealed stays so. */
export function viewFact({ stored, fact }: ReadFact): FactView {
  const { type, occurredAt, recordedAt, source, data } = fact;
  return {
    index: stored.index,
    leafHash: hex(stored.leafHash),
    type,
    occurredAt,
    recordedAt,
    source,
    data: { ...data },
  };
}
