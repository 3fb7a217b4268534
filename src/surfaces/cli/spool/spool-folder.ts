import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const ending = '.jsonl';
const refusedEnding = '.refused';

/** Claims that could not be recorded, in one file, each as the text of a JSON object. */
export interface SpooledFile {
  readonly path: string;
  readonly lines: readonly string[];
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
  const files: SpooledFile[] = [];
  for (const name of names) {
    const path = join(folder, name);
    // Another command may just have sent it.
    const text = await unlessMissing(readFile(path, 'utf8'), '');
    files.push({ path, lines: text.split('\n').filter((line) => line !== '') });
  }
  return files;
}

/** Forgets a file whose claims are recorded, and the folders that it leaves empty, so that later commands need not look there. */
export async function forget(path: string): Promise<void> {
  await rm(path, { force: true });
  for (const folder of [dirname(path), dirname(dirname(path))]) await rmdir(folder).catch(() => undefined);
}

/** Puts a file aside that can never be recorded as it is, and returns where it is kept. */
export async function putAside(path: string): Promise<string> {
  const aside = path + refusedEnding;
  await unlessMissing(rename(path, aside), undefined);
  return aside;
}

/** Paths of the files that were put aside. */
export async function refused(folder: string): Promise<string[]> {
  return (await namesIn(folder)).filter((name) => name.endsWith(refusedEnding)).map((name) => join(folder, name));
}

function namesIn(folder: string): Promise<string[]> {
  return unlessMissing(readdir(folder), []);
}

async function unlessMissing<Result>(read: Promise<Result>, instead: Result): Promise<Result> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return instead;
    throw error;
  }
}
