import { openCheckpoint } from '../../../ledger/checkpoint.ts';
import { parseVerifierKey } from '../../../ledger/note-verifier.ts';
import type { LedgerStore } from '../../../projections/read-store.ts';
import { entriesOf, verifyDirectory } from '../../log/verify-directory.ts';
import type { VerifyFailure, VerifyReport } from '../../views.ts';
import type { ArchiveFile } from '../archive/archive-file.ts';
import { ZipArchive } from '../archive/read-zip.ts';
import { sameBytes } from '../archive/same-bytes.ts';
import { type ArchiveSource, malformed } from '../archive/zip-directory.ts';
import { fillLedger } from './fill-ledger.ts';
import { parseOpenings } from './openings-file.ts';
import { reportFiles, surveySource } from './report-files.ts';
import { parseScope } from './report-scope.ts';
import { withheldOpenings } from './withheld-openings.ts';

export interface ReportToVerify {
  readonly archive: ArchiveSource;
  readonly verifierKey: string;
  /** Signed notes of earlier checkpoints that the log has to be consistent with. */
  readonly against: readonly string[];
  /** An empty store, for the log to be folded into. */
  readonly scratch: () => Promise<LedgerStore>;
}

/**
 * Verifies a change report with nothing but the verifier key: that its log is the one that was signed, that what it opens was sealed there,
 * and that every file of it, and no other, follows from these; for that all of them are made again.
 * @throws LedgerError `invalid` for what is no change report, `unverified` when its checkpoint is not signed by the key or an opening is wrong.
 */
export async function verifyChangeReport(report: ReportToVerify): Promise<VerifyReport> {
  const zip = await ZipArchive.open(report.archive);
  const [reportJson, note] = [await zip.whole('report.json'), await zip.whole('log/checkpoint')];
  if (reportJson === undefined || note === undefined) throw malformed('it holds no report.json, or no log/checkpoint');
  const scope = parseScope(reportJson.toString());
  const read = (path: string) => zip.whole(`log/${path}`);
  const verified = await verifyDirectory(read, report.verifierKey, report.against);
  if (!verified.ok) return verified;
  const failures = await compareWithLog(zip, report, { scope, note: note.toString() });
  return { ...verified, ok: failures.length === 0, failures };
}

async function compareWithLog(
  zip: ZipArchive,
  { verifierKey, scratch }: ReportToVerify,
  { scope, note }: { scope: ReturnType<typeof parseScope>; note: string },
): Promise<VerifyFailure[]> {
  const { origin, size } = openCheckpoint(note, [parseVerifierKey(verifierKey)]).checkpoint;
  const store = await scratch();
  try {
    await store.create({ origin, verifierKey, secret: new Uint8Array(32) });
    const openings = zip.content('openings.jsonl');
    if (openings === undefined) return [missing('openings.jsonl')];
    const entries = entriesOf((path) => zip.whole(`log/${path}`), size);
    await fillLedger(store, entries, parseOpenings(openings));
    const withheld = await withheldOpenings(store, scope, size);
    if (withheld.length > 0) return withheld;
    const source = { store, note, verifierKey, scope };
    return await compareFiles(zip, reportFiles(source, await surveySource(source)));
  } finally {
    await store.close();
  }
}

async function compareFiles(zip: ZipArchive, right: AsyncIterable<ArchiveFile>): Promise<VerifyFailure[]> {
  const failures: VerifyFailure[] = [];
  const others = new Set(zip.paths);
  for await (const { path, content } of right) {
    others.delete(path);
    const found = zip.content(path);
    if (found === undefined) failures.push(missing(path));
    else if (!(await sameBytes(content, found))) failures.push(failure(path, 'it is not what the log leads to'));
  }
  return [...failures, ...[...others].map((path) => failure(path, 'it is no part of the report'))];
}

function missing(path: string): VerifyFailure {
  return failure(path, 'it is missing');
}

function failure(where: string, why: string): VerifyFailure {
  return { index: null, where, why };
}
