import type { Ledger } from '../../../app/ledger.ts';
import { parseClaim } from '../../../domain/claims/claim.ts';
import { hasCode } from '../../../domain/errors.ts';
import { type Reach, reachOf } from './claim-reach.ts';
import { type Place, requireAdmitted, type Scope } from './scope.ts';

/**
 * Records what lies within a scope, as part of one request. A claim that refers to records has to know where they are, so it waits for
 * those before it, and those after it wait for it: the order in which they were given stays that of the log.
 */
export function recordWithin(ledger: Ledger, scope: Scope): Ledger['record'] {
  let before: Promise<unknown> = Promise.resolve();
  let referring = 0;
  return async (input, options) => {
    const claim = parseClaim(input);
    const reach = reachOf(claim);
    requireAdmitted(scope, reach.place ?? {});
    const refers = [reach.deployments, reach.incidents, reach.mentions].some(
      (ids) => ids !== undefined && ids.length > 0,
    );
    if (!refers && referring === 0) {
      const recording = ledger.record(input, options);
      before = Promise.allSettled([before, recording]);
      return recording;
    }
    referring += 1;
    const recording = before
      .then(() => requireReach(ledger, scope, reach))
      .then(() => ledger.record(input, options))
      .finally(() => {
        referring -= 1;
      });
    before = Promise.allSettled([recording]);
    return recording;
  };
}

/** @throws LedgerError `forbidden`, `not-found`. */
async function requireReach(ledger: Ledger, scope: Scope, { deployments = [], incidents = [], mentions = [] }: Reach) {
  for (const id of deployments) requireAdmitted(scope, await ledger.deployment(id));
  for (const id of incidents) requireAdmitted(scope, await ledger.incident(id));
  for (const id of mentions) {
    for (const found of [ledger.deployment(id), ledger.incident(id)]) requireAdmitted(scope, await placeOrNone(found));
  }
}

/** What nobody recorded is nowhere. */
async function placeOrNone(found: Promise<Place>): Promise<Place> {
  try {
    return await found;
  } catch (error) {
    if (hasCode(error, 'not-found')) return {};
    throw error;
  }
}
