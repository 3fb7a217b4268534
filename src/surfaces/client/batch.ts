import type { ClaimInput } from '../../domain/claims/claim.ts';
import type { ErrorCode } from '../../domain/errors.ts';
import { type Caller, newKey, type RecordOptions } from './caller.ts';
import { notLedger } from './transport/server-error.ts';

/** What became of a record of a batch: where it is in the log, or why it was refused. `line` counts from 1. */
export type BatchResult =
  | { readonly line: number; readonly id: string; readonly index: number; readonly duplicate: boolean }
  | {
      readonly line: number;
      readonly code: ErrorCode;
      readonly detail: string;
      readonly field?: string;
      readonly hint?: string;
    };

/** Records that travel in one request: enough for commits to be full, few enough to be sent again. */
const mostInRequest = 500;

/**
 * Records many records in their order, and says of each what became of it. Environments that nobody registered are registered. A part
 * whose answer does not come whole is sent again under the same keys, so nothing is lost or doubled.
 */
export async function* recordAll(
  caller: Caller,
  records: Iterable<ClaimInput> | AsyncIterable<ClaimInput>,
  options: RecordOptions,
): AsyncGenerator<BatchResult> {
  const key = options.idempotencyKey ?? newKey();
  let done = 0;
  for await (const part of partsOf(records)) {
    const results = await recordPart(caller, part, { ...options, idempotencyKey: `${key}:${done}` });
    for (const result of results) yield { ...result, line: done + result.line };
    done += part.length;
  }
}

function recordPart({ transport }: Caller, records: readonly ClaimInput[], options: RecordOptions) {
  const { idempotencyKey = newKey(), signal } = options;
  return transport.send(
    {
      method: 'POST',
      path: 'api/v1/batch',
      body: records.map((record) => `${JSON.stringify(record)}\n`).join(''),
      headers: { 'content-type': 'application/x-ndjson', 'idempotency-key': idempotencyKey },
      repeatable: true,
      slow: true,
      signal,
    },
    async (response, address) => {
      const results = resultsIn(await response.text());
      if (results === undefined) throw notLedger(address, response);
      if (results.length < records.length) throw new Error(`${results.length} of ${records.length} results came`);
      return results;
    },
  );
}

/** Undefined for what is no NDJSON. A line that is not whole is none. */
function resultsIn(text: string): BatchResult[] | undefined {
  try {
    return text
      .slice(0, text.lastIndexOf('\n') + 1)
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
  } catch {
    return undefined;
  }
}

async function* partsOf(records: Iterable<ClaimInput> | AsyncIterable<ClaimInput>): AsyncGenerator<ClaimInput[]> {
  let part: ClaimInput[] = [];
  for await (const record of records) {
    part.push(record);
    if (part.length === mostInRequest) {
      yield part;
      part = [];
    }
  }
  if (part.length > 0) yield part;
}
