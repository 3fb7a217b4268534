import { LedgerError } from '../domain/errors.ts';
import type { Readings } from '../sources/reading.ts';
import { type Claimed, sortByTime } from './import-order.ts';
import type { ImportOptions } from './ledger.ts';
import type { Outcome } from './record/batch.ts';
import { mostInBatch, type Recorder } from './record/recorder.ts';
import type { ImportReport } from './views.ts';

/**
 * Records everything that a source holds. Lines are recorded in order of time, in batches small enough that others get their turn;
 * a line that is refused is reported with its number and the others go on, unless `strict`.
 */
export async function importReadings(
  recorder: Recorder,
  readings: Readings,
  options: ImportOptions,
  nowMs: number,
): Promise<ImportReport> {
  const rejected: { line: number; why: string }[] = [];
  const claimed: Claimed[] = [];
  let read = 0;
  for await (const reading of readings) {
    read += 1;
    if ('claim' in reading) claimed.push(reading);
    else reject(rejected, reading.line, reading.error, options);
  }
  sortByTime(claimed, nowMs);
  const warnings = new Set<string>();
  let [recorded, duplicates, done] = [0, 0, 0];
  const length = options.dryRun ? claimed.length : mostInBatch;
  // What is recorded is let go of, so that memory shrinks while the ledger grows.
  for (let part = claimed.splice(0, length); part.length > 0; part = claimed.splice(0, length)) {
    done += part.length;
    for (const [i, outcome] of (await recordAll(recorder, part, options)).entries()) {
      const line = part[i]?.line ?? 0;
      if (outcome instanceof LedgerError) reject(rejected, line, outcome, options);
      else if (outcome.duplicate) duplicates += 1;
      else recorded += 1;
      if (!(outcome instanceof LedgerError)) for (const warning of outcome.warnings) warnings.add(warning);
    }
    options.progress?.({ read: done, recorded });
  }
  rejected.sort((a, b) => a.line - b.line);
  return { read, recorded, duplicates, rejected, warnings: [...warnings] };
}

function recordAll(recorder: Recorder, part: readonly Claimed[], options: ImportOptions): Promise<Outcome[]> {
  const how = { source: options.source, newEnvironments: true };
  if (options.dryRun)
    return recorder.tryOut(
      part.map(({ claim }) => claim),
      how,
    );
  return Promise.all(part.map(({ claim }) => recorder.record(claim, how)));
}

function reject(
  rejected: { line: number; why: string }[],
  line: number,
  error: LedgerError,
  options: ImportOptions,
): void {
  if (options.strict) {
    throw new LedgerError(error.code, `line ${line}: ${error.message}`, {
      field: error.field,
      hint: error.hint,
      cause: error,
    });
  }
  rejected.push({ line, why: error.hint === undefined ? error.message : `${error.message} (${error.hint})` });
}
