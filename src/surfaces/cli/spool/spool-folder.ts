import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const ending = '.jsonl';
const refusedEnding = '.refused';

/** Claims that could not be recorded, in one file. */
export interface SpooledFile {
  readonly path: string;
  readonly claims: readonly unknown[];
}

/** Where claims for this database wait. */
export function spoolFolder(spoolDir: string, database: string): string {
  const digest = createHash('sha256').update(database).digest('hex').slice(0, 12);
  return join(spoolDir, `${basename(database)}-${digest}`);
}

/**
 * Writes claims down under `name`, one JSON object a line as `import jsonl` reads them, in place of what was there under it.
 * The file appears as a whole or not at all. Returns its path.
 */
export async function spool(folder: string, name: string, claims: readonly object[]): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, name + ending);
  const lines = claims.map((claim) => `${JSON.stringify(claim)}\n`).join('');
  await writeFile(`${path}.part`, lines, { mode: 0o600, flush: true });
  await rename(`${path}.part`, path);
  return path;
}

/** What waits, oldest first. */
export async function spooled(folder: string): Promise<SpooledFile[]> {
  const names = (await namesIn(folder)).filter((name) => name.endsWith(ending)).sort();
  return Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line !== '');
      return { path, claims: lines.map((line): unknown => JSON.parse(line)) };
    }),
  );
}

/** Forgets a file whose claims are recorded, and the folder with the last of them; another command may have done so already. */
export async function forget(path: string): Promise<void> {
  await rm(path, { force: true });
  // An empty folder would make every later command look into it.
  await rmdir(dirname(path)).catch(() => undefined);
}

/** Puts a file aside that can never be recorded as it is, and returns where it is kept. */
export async function putAside(path: string): Promise<string> {
  const aside = path + refusedEnding;
  await rename(path, aside);
  return aside;
}

/** Paths of the files that were put aside. */
export async function refused(folder: string): Promise<string[]> {
  return (await namesIn(folder)).filter((name) => name.endsWith(refusedEnding)).map((name) => join(folder, name));
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
