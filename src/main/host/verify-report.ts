import { type FileHandle, open } from 'node:fs/promises';
import type { ArchiveSource } from '../../app/reports/archive/zip-directory.ts';
import { verifyChangeReport } from '../../app/reports/changes/verify-change-report.ts';
import type { VerifyReport } from '../../app/views.ts';
import { LedgerError } from '../../domain/errors.ts';
import { scratchStore } from '../open-ledger.ts';

/**
 * Verifies the change report in a file, in a store that is thrown away.
 * @throws LedgerError as verifyChangeReport does, `not-found` when there is no such file.
 */
export async function verifyReport(
  path: string,
  verifierKey: string,
  against: readonly string[],
): Promise<VerifyReport> {
  const file = await openFile(path);
  try {
    return await verifyChangeReport({ archive: await sourceOf(file), verifierKey, against, scratch: scratchStore });
  } finally {
    await file.close();
  }
}

async function sourceOf(file: FileHandle): Promise<ArchiveSource> {
  const { size } = await file.stat();
  return {
    size,
    async read(offset, length) {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
      return buffer.subarray(0, bytesRead);
    },
  };
}

async function openFile(path: string): Promise<FileHandle> {
  try {
    return await open(path);
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    if (isMissing) throw new LedgerError('not-found', `there is no file ${path}`, { cause });
    throw new LedgerError('storage', `cannot read ${path}: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    });
  }
}
