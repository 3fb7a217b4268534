import type { SourceFile } from './source-tree.ts';

const vagueName = /(?:^|\/)(?:utils?|helpers?|common|lib|misc|shared)(?=[/.]|$)|-(?:utils?|helpers?|misc)(?=[-/.]|$)/;

/** The smallest value that is at least as large as `share` of all (nearest rank); 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
}

export function lineCount(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

/** The paths of files that, or whose folder, are named by no reason to exist. */
export function vaguelyNamed(files: readonly SourceFile[]): string[] {
  return files.map(({ path }) => path).filter((path) => vagueName.test(path));
}

/** The paths of files that export a default or declare an enum. */
export function bannedSyntax(files: readonly SourceFile[]): string[] {
  const banned = /\bexport\s+default\b|\bas\s+default\b|\benum\s+[\w$]+\s*\{/;
  return files.filter(({ code }) => banned.test(code)).map(({ path }) => path);
}
