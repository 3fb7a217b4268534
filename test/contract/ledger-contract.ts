import type { Suite } from './contract.ts';
import { arrivalSuite } from './ledger-arrival.ts';
import { batchesSuite } from './ledger-batches.ts';
import { idempotencySuite } from './ledger-idempotency.ts';
import { lanesSuite } from './ledger-lanes.ts';
import { sealingSuite } from './ledger-sealing.ts';
import { signingSuite } from './ledger-signing.ts';

/**
 * What a ledger promises over any store: the whole way in, from a claim to the rows of the read models, its proofs, its erasure and
 * its verification. `open` gives a store on a new, empty database.
 */
export const ledgerContract: Suite = (api, open) => {
  for (const suite of [idempotencySuite, batchesSuite, arrivalSuite, lanesSuite, sealingSuite, signingSuite])
    suite(api, open);
};
