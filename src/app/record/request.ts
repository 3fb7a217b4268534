import { type Claim, parseClaim } from '../../domain/claims/claim.ts';
import { canonicalize } from '../../ledger/canonical-json.ts';
import type { Hmac } from '../../ledger/hmac.ts';

/** A claim that waits to be recorded, with what recognises its repetition. */
export interface Request {
  readonly claim: Claim;
  /** HMACs of its idempotency key and of the id it chose; empty when it has neither. */
  readonly keys: readonly Uint8Array[];
  /** HMAC of the claim as it was given, before defaults. */
  readonly hash: Uint8Array;
}

const noHash = new Uint8Array();

/**
 * Validates a claim. What can name a person is only kept under the ledger's secret: hence HMACs, not hashes.
 * @throws LedgerError `invalid`.
 */
export function toRequest(input: unknown, hmac: Hmac): Request {
  const claim = parseClaim(input);
  const names = keyNames(claim);
  if (names.length === 0) return { claim, keys: [], hash: noHash };
  return { claim, keys: names.map(hmac), hash: hmac(canonicalize(claim)) };
}

function keyNames(claim: Claim): string[] {
  const names = claim.idempotencyKey === undefined ? [] : [`key:${claim.idempotencyKey}`];
  const hasOwnId = claim.type === 'deployment' || claim.type === 'rollback' || claim.type === 'incident';
  if (hasOwnId && claim.id !== undefined) names.push(`${claim.type}:${claim.id}`);
  return names;
}
