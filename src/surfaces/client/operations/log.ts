import type { VerifyReport } from '../../../app/views.ts';
import type { ClaimInput } from '../../../domain/claims/claim.ts';
import { recordAll } from '../batch.ts';
import type { Caller, CallOptions, RecordOptions } from '../caller.ts';
import type { StreamFilter } from '../filters.ts';
import { followFacts, type StreamOptions } from '../stream/follow-facts.ts';
import { ServerError } from '../transport/server-error.ts';

export interface VerifyOptions extends CallOptions {
  /** Leave out sealed values and read models. */
  readonly only?: 'log' | undefined;
  /** Signed notes of earlier checkpoints. */
  readonly against?: readonly string[] | undefined;
}

/** The log itself. */
export function logOperations(caller: Caller) {
  return {
    /** Records many records, of any type, in their order. */
    recordBatch: (records: Iterable<ClaimInput> | AsyncIterable<ClaimInput>, options: RecordOptions = {}) =>
      recordAll(caller, records, options),
    /** Facts as they are recorded. */
    streamFacts: (filter: StreamFilter = {}, options: StreamOptions = {}) =>
      followFacts(caller.transport, filter, options),
    /** A C2SP signed note. */
    getCheckpoint: (options?: CallOptions) => caller.text('log/checkpoint', options),
    /** A tile of hashes or a bundle of entries, by what follows `/log/tile/` in C2SP tlog-tiles. */
    getTile: (tile: string, { signal }: CallOptions = {}): Promise<Uint8Array> =>
      caller.transport.send(
        { method: 'GET', path: `log/tile/${tile}`, repeatable: true, signal },
        async (response) => new Uint8Array(await response.arrayBuffer()),
      ),
    verifyLedger: (options: VerifyOptions = {}) => verify(caller, options),
  };
}

/** A log that does not verify comes as a problem that carries the report. */
async function verify(caller: Caller, { only, against, signal }: VerifyOptions): Promise<VerifyReport> {
  try {
    return await caller.post('api/v1/verify', { only, against }, { repeatable: true, slow: true, signal });
  } catch (error) {
    if (!(error instanceof ServerError) || !isReport(error.document)) throw error;
    const { ok, size, root, checkpoint, failures } = error.document;
    return { ok, size, root, checkpoint, failures };
  }
}

function isReport(document: object): document is VerifyReport {
  return 'failures' in document && Array.isArray(document.failures);
}
