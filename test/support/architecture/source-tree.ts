import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blankOut } from './blank-out.ts';

export interface SourceFile {
  /** Relative to `src`, with `/` between the parts. */
  readonly path: string;
  readonly text: string;
  /** The text without the contents of comments, strings and regular expressions, at the same offsets. */
  readonly code: string;
}

/** Reads every TypeScript file under `folder` except tests, in the order of their paths. */
export function readSourceTree(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .sort()
    .map((path) => sourceFile(path, readFileSync(join(folder, path), 'utf8')));
}

export function sourceFile(path: string, text: string): SourceFile {
  return { path, text, code: blankOut(text) };
}
