import { constants } from 'node:fs';
import { access, stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { LedgerError } from '../../domain/errors.ts';
import type { Check } from '../../surfaces/cli/check.ts';
import type { Settings } from '../../surfaces/cli/settings.ts';
import { requireFile } from '../host/open-for-command.ts';

const mebibyte = 1024 * 1024;
const littleSpace = 256 * mebibyte;

/** Looks at the file of the ledger and the disk that it is on. */
export async function checkDatabase({
  value,
  layer,
}: Settings['database']): Promise<{ readonly checks: readonly Check[]; readonly isThere: boolean }> {
  const name = 'database';
  try {
    requireFile(value);
    const { size } = await stat(value);
    return { checks: [await writable(value, size), await space(value)], isThere: true };
  } catch (error) {
    const known = error instanceof LedgerError;
    const [message, hint] = known
      ? [error.message, error.hint]
      : [
          `there is no ledger in ${value}`,
          `make one with: deploy-ledger init${layer === 'default' ? '' : ` --database ${value}`}`,
        ];
    // The default ledger is made by the first command that records.
    if (!known && layer === 'default') return { checks: [{ name, state: 'warn', message, hint }], isThere: false };
    return {
      checks: [{ name, state: 'fail', failure: known ? error.code : 'storage', message, hint }],
      isThere: false,
    };
  }
}

async function writable(path: string, size: number): Promise<Check> {
  const message = `${path}, ${(size / mebibyte).toFixed(1)} MiB`;
  try {
    // SQLite keeps its write-ahead log beside the file.
    for (const place of [path, dirname(path)]) await access(place, constants.R_OK | constants.W_OK);
    return { name: 'database', state: 'ok', message };
  } catch {
    const hint = 'make the file and its folder writable for you';
    return { name: 'database', state: 'fail', failure: 'storage', message: `${message}, cannot be written`, hint };
  }
}

async function space(path: string): Promise<Check> {
  const { bavail, bsize } = await statfs(path);
  const free = bavail * bsize;
  const message = `${Math.floor(free / mebibyte)} MiB free`;
  if (free >= littleSpace) return { name: 'disk', state: 'ok', message };
  return {
    name: 'disk',
    state: 'warn',
    message,
    hint: 'free some space: when the disk is full nothing can be recorded',
  };
}
