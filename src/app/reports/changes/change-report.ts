import { LedgerError } from '../../../domain/errors.ts';
import { instant } from '../../../domain/instant.ts';
import type { LedgerStore } from '../../../projections/read-store.ts';
import { requireEnvironment } from '../../read/require-environment.ts';
import { requireService } from '../../read/require-service.ts';
import { requireWindow } from '../../read/require-window.ts';
import { writeZip } from '../archive/write-zip.ts';
import { reportFiles, seedOf, surveySource } from './report-files.ts';
import { type ChangeReportQuery, type ReportScope, reportFormat } from './report-scope.ts';

/** A report of all changes of a period, on its way into a file. */
export interface ChangeReport {
  readonly scope: ReportScope;
  /** Number of changes. */
  readonly population: number;
  /** Number of those drawn. */
  readonly sampled: number;
  /** The ZIP; to be read once. */
  readonly archive: AsyncIterable<Uint8Array>;
}

/** As many as auditors usually draw of something that happens daily. */
const usualSample = 25;

/**
 * Makes the report of all changes of a period from the log of a checkpoint: the same log and query give the same bytes.
 * @throws LedgerError `invalid` for an environment that nobody registered, a window without time, or a sample that is no number;
 * `not-found` for a service that nobody knows.
 */
export async function makeChangeReport(
  store: LedgerStore,
  query: ChangeReportQuery,
  { note, verifierKey }: { readonly note: string; readonly verifierKey: string },
): Promise<ChangeReport> {
  const scope = await scopeOf(store, query, seedOf(note, verifierKey));
  const source = { store, scope, note, verifierKey };
  const survey = await surveySource(source);
  return {
    scope,
    population: survey.population,
    sampled: survey.sample.length,
    archive: writeZip(reportFiles(source, survey)),
  };
}

async function scopeOf(store: LedgerStore, query: ChangeReportQuery, root: string): Promise<ReportScope> {
  const { fromMs, toMs, service, environment, sample = usualSample, seed = root } = query;
  requireWindow(query);
  if (!Number.isSafeInteger(sample) || sample < 0) {
    throw new LedgerError('invalid', `a sample of ${sample} changes`, { field: 'sample', hint: 'give a whole number' });
  }
  if (/\p{Cc}/u.test(seed)) {
    throw new LedgerError('invalid', `the seed ${JSON.stringify(seed)} holds a control character`, {
      field: 'seed',
      hint: 'give letters, digits and blanks: somebody has to type it again',
    });
  }
  return {
    format: reportFormat,
    from: instant(fromMs),
    to: instant(toMs),
    service: service === undefined ? null : requireService(service, await serviceNames(store)),
    environment: (await requireEnvironment(store, environment)) ?? null,
    sample,
    seed,
  };
}

async function serviceNames(store: LedgerStore): Promise<string[]> {
  return (await store.services()).map(({ name }) => name);
}
