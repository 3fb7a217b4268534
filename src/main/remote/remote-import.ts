import type { ImportOptions } from '../../app/ledger.ts';
import type { ImportReport } from '../../app/views.ts';
import { type Claimed, WaitingClaims } from '../../app/waiting-claims.ts';
import { LedgerError } from '../../domain/errors.ts';
import type { Readings } from '../../sources/reading.ts';
import type { BatchResult } from '../../surfaces/client/batch.ts';
import type { Client } from '../../surfaces/client/connect.ts';
import { needsFile } from './needs-file.ts';

interface Refusal {
  readonly line: number;
  readonly error: LedgerError;
}

/** Claims that are made ready at a time. */
const mostAtOnce = 500;

/** Records through a server everything that a source holds, in order of time, and says what became of each line. */
export async function importRemotely(
  client: Client,
  readings: Readings,
  options: ImportOptions,
  nowMs: number,
): Promise<ImportReport> {
  if (options.dryRun) throw needsFile('a dry run');
  const waiting = new WaitingClaims(nowMs);
  const refusals: Refusal[] = [];
  let read = 0;
  for await (const reading of readings) {
    read += 1;
    if ('claim' in reading) waiting.add(reading);
    else refuse(refusals, reading, options);
  }
  let [recorded, duplicates, done] = [0, 0, 0];
  for (const part of waiting.take(mostAtOnce)) {
    for await (const result of client.recordBatch(part.map(({ claim }) => claim))) {
      if ('code' in result) refuse(refusals, refusalOf(result, part), options);
      else if (result.duplicate) duplicates += 1;
      else recorded += 1;
    }
    done += part.length;
    options.progress?.({ read: done, recorded });
  }
  const rejected = refusals.sort((a, b) => a.line - b.line).map(({ line, error }) => ({ line, why: whyOf(error) }));
  return { read, recorded, duplicates, rejected, warnings: [] };
}

function refusalOf(
  { line, code, detail, hint, field }: Extract<BatchResult, { code: string }>,
  part: readonly Claimed[],
) {
  return { line: part[line - 1]?.line ?? 0, error: new LedgerError(code, detail, { hint, field }) };
}

function refuse(refusals: Refusal[], { line, error }: Refusal, { strict }: ImportOptions): void {
  if (strict) {
    const { code, message, hint, field } = error;
    throw new LedgerError(code, `line ${line}: ${message}`, { hint, field, cause: error });
  }
  refusals.push({ line, error });
}

function whyOf({ message, hint }: LedgerError): string {
  return hint === undefined ? message : `${message} (${hint})`;
}
