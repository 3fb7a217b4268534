import { LedgerError } from '../../domain/errors.ts';
import { openCheckpoint } from '../../ledger/checkpoint.ts';
import { decodeFact } from '../../ledger/fact-bytes.ts';
import { leafHash } from '../../ledger/hashing.ts';
import type { LogReader, StoredFact } from '../../ledger/log-store.ts';
import { parseVerifierKey } from '../../ledger/note-verifier.ts';
import { formatTlogProof, parseTlogProof, verifyTlogProof } from '../../ledger/tlog-proof.ts';
import { proveInclusion } from './tree-reader.ts';

/**
 * A C2SP tlog-proof that fact `index` is in the log, against a checkpoint that covers it. The fact's bytes travel in the `extra`
 * line, so that the file alone shows what was proved.
 */
export async function proofOf(log: LogReader, fact: StoredFact, note: string, verifierKey: string): Promise<string> {
  const { checkpoint } = openCheckpoint(note, [parseVerifierKey(verifierKey)]);
  const hashes = await proveInclusion(log, fact.index, checkpoint.size);
  return formatTlogProof({ index: fact.index, hashes, checkpoint: note, extra: fact.bytes });
}

/**
 * Finds the fact that a person means: by its index, or the one that recorded the deployment, rollback or incident of this id.
 * @throws LedgerError `not-found`.
 */
export async function findFact(log: LogReader, ref: string | number): Promise<StoredFact> {
  const index = typeof ref === 'number' || /^\d{1,15}$/.test(ref) ? Number(ref) : undefined;
  if (index !== undefined) {
    const fact = await log.fact(index);
    if (fact !== undefined) return fact;
    const { size } = await log.head();
    throw new LedgerError('not-found', `the log has no fact ${index}; it has ${size}, counted from 0`, {
      field: 'index',
    });
  }
  const [first] = await factsAbout(log, ref);
  if (first !== undefined) return first;
  throw new LedgerError('not-found', `nothing is recorded under the id "${ref}"`, {
    hint: 'give the id of a deployment, rollback or incident, or the index of a fact',
  });
}

/** Whether a deployment, rollback or incident of this id is recorded. */
export async function isRecorded(log: LogReader, id: string): Promise<boolean> {
  return (await factsAbout(log, id)).length > 0;
}

function factsAbout(log: LogReader, id: string | number): Promise<StoredFact[]> {
  return log.factsOf([`deployment:${id}`, `rollback:${id}`, `incident:${id}`]);
}

export interface VerifiedProof {
  readonly origin: string;
  readonly index: number;
  /** Facts that the checkpoint covers. */
  readonly size: number;
  /** The fact that was proved. */
  readonly fact: Readonly<Record<string, unknown>>;
}

/**
 * Checks a proof file with nothing but the log's verifier key: that the fact in it is in the log that the key has signed.
 * @throws LedgerError `invalid` when it is no such file, `unverified` when it proves nothing.
 */
export function verifyProofFile(text: string, verifierKey: string): VerifiedProof {
  const proof = parseTlogProof(text);
  if (proof.extra === undefined) {
    throw new LedgerError('invalid', 'the proof does not carry the fact that it is about', {
      hint: 'make it with: deploy-ledger prove ID',
    });
  }
  const { checkpoint } = verifyTlogProof(proof, leafHash(proof.extra), [parseVerifierKey(verifierKey)]);
  return { origin: checkpoint.origin, index: proof.index, size: checkpoint.size, fact: { ...decodeFact(proof.extra) } };
}
