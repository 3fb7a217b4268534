import { parse } from 'csv-parse/sync';
import { ZipArchive } from '../../src/app/reports/archive/read-zip.ts';
import { writeZip } from '../../src/app/reports/archive/write-zip.ts';
import type { ChangeReportQuery } from '../../src/app/reports/changes/report-scope.ts';
import { verifyChangeReport } from '../../src/app/reports/changes/verify-change-report.ts';
import type { VerifyReport } from '../../src/app/views.ts';
import type { ClaimInput } from '../../src/domain/claims/claim.ts';
import { LedgerError } from '../../src/domain/errors.ts';
import { ReferenceStore } from '../contract/reference-store.ts';
import { type OpenedLedger, openOver } from './ledgers.ts';

const start = Date.parse('2026-01-15T10:00:00Z');
export const minutes = (count: number): number => start + count * 60_000;

/** The period that the reports of these tests are of. */
export const period: ChangeReportQuery = {
  fromMs: minutes(0),
  toMs: minutes(100),
  environment: 'production',
  seed: 's',
};

const place = { service: 'api', environment: 'production' } as const;

/** Of every kind of change one in the period, and changes of another time and place. */
export const story: readonly ClaimInput[] = [
  { type: 'deployment', id: 'early', ...place, version: '1', finishedAt: minutes(-10), initiator: 'Olga' },
  {
    type: 'deployment',
    id: 'good',
    ...place,
    version: '2',
    startedAt: minutes(8),
    finishedAt: minutes(10),
    initiator: 'Ann',
    approvedBy: ['Bob'],
    message: 'Faster, "safer" | cheaper',
    changeId: 'CHG-1',
    metadata: { unitTests: 'passed', ticket: 'x' },
    commits: [{ sha: 'abcd', committedAt: minutes(1) }],
  },
  {
    type: 'deployment',
    id: 'bad',
    ...place,
    version: '3',
    finishedAt: minutes(20),
    initiator: 'Ann',
    approvedBy: ['Ann'],
  },
  { type: 'rollback', id: 'back', ...place, fromVersion: '3', toVersion: '2', reason: 'slow', at: minutes(30) },
  { type: 'incident', id: 'INC', ...place, openedAt: minutes(25), causedBy: 'bad', title: 'All slow' },
  { type: 'correction', deployment: 'early', set: { version: '1.0' }, reason: 'typing error', at: minutes(40) },
  { type: 'removal', service: 'old', environment: 'production', at: minutes(50) },
  { type: 'deployment', id: 'elsewhere', ...place, environment: 'staging', version: '9', finishedAt: minutes(60) },
  { type: 'deployment', id: 'late', ...place, version: '4', finishedAt: minutes(100), message: 'not of the period' },
  { type: 'service', name: 'last' },
];

const scratch = async () => new ReferenceStore();

/** A ledger in which everything is recorded that can be. */
export async function ledgerOf(claims: readonly object[]): Promise<OpenedLedger> {
  const ledger = await openOver(new ReferenceStore(), { scratch, time: { nowMs: minutes(200) } });
  for (const claim of claims) {
    await ledger.take(claim).catch((error: unknown) => {
      if (!(error instanceof LedgerError)) throw error;
    });
  }
  return ledger;
}

export async function reportOf(ledger: OpenedLedger, query = period): Promise<Buffer> {
  return joined((await ledger.changeReport(query)).archive);
}

export function verifyOf(
  bytes: Uint8Array,
  { verifierKey, against = [] }: { readonly verifierKey: string; readonly against?: readonly string[] },
): Promise<VerifyReport> {
  return verifyChangeReport({ archive: sourceOf(bytes), verifierKey, against, scratch });
}

export async function filesOf(report: Uint8Array): Promise<Map<string, Buffer>> {
  const zip = await ZipArchive.open(sourceOf(report));
  const files = new Map<string, Buffer>();
  for (const path of zip.paths) files.set(path, (await zip.whole(path)) ?? Buffer.alloc(0));
  return files;
}

/** The report made of these files. */
export function packed(files: ReadonlyMap<string, string | Uint8Array>): Promise<Buffer> {
  async function* each() {
    for (const [path, content] of files) yield { path, content: [content] };
  }
  return joined(writeZip(each()));
}

export function textOf(files: ReadonlyMap<string, Buffer>, path: string): string {
  return files.get(path)?.toString() ?? '';
}

/** The rows of a CSV file, by the names of its columns. */
export function rowsOf(files: ReadonlyMap<string, Buffer>, path: string): Record<string, string>[] {
  return parse(textOf(files, path), { columns: true });
}

async function joined(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

function sourceOf(bytes: Uint8Array) {
  return { size: bytes.length, read: async (at: number, length: number) => bytes.subarray(at, at + length) };
}
