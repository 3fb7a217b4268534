import { LedgerError } from '../domain/errors.ts';
import type { LogReader } from '../ledger/log-store.ts';
import type { Readings } from '../sources/reading.ts';
import { KnownClaims } from './known-claims.ts';
import type { ImportOptions } from './ledger.ts';
import type { Outcome } from './record/batch.ts';
import { mostInBatch, type Recorder } from './record/recorder.ts';
import type { ImportReport } from './views.ts';
import { type Claimed, WaitingClaims } from './waiting-claims.ts';

interface ImportPorts {
  readonly recorder: Recorder;
  readonly log: LogReader;
  readonly nowMs: number;
}

/**
 * Records everything that a source holds. Lines are recorded in order of time, in batches small enough that others get their turn;
 * a line that is refused is reported with its number and the others go on, unless `strict`.
 */
export async function importReadings(
  { recorder, log, nowMs }: ImportPorts,
  readings: Readings,
  options: ImportOptions,
): Promise<ImportReport> {
  const rejected: { line: number; why: string }[] = [];
  const waiting = new WaitingClaims(nowMs);
  let read = 0;
  for await (const reading of readings) {
    read += 1;
    if ('claim' in reading) waiting.add(reading);
    else reject(rejected, reading.line, reading.error, options);
  }
  const knownClaims = await KnownClaims.of(log);
  const warnings = new Set<string>();
  let [recorded, duplicates, done] = [0, 0, 0];
  for (const part of waiting.take(options.dryRun ? waiting.size : mostInBatch)) {
    done += part.length;
    const known = await knownClaims.among(part.map(({ claim }) => claim));
    duplicates += known.size;
    const news = part.filter(({ claim }) => !known.has(claim));
    for (const [i, outcome] of (await recordAll(recorder, news, options)).entries()) {
      const line = news[i]?.line ?? 0;
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
