import type { SourceFile } from './source-tree.ts';

// The quote that opens the specifier of an import, a re-export, a dynamic import or a require.
const openingQuote = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)(['"`])/g;

/** The specifiers of everything that a file imports: types, re-exports and literal dynamic imports too. */
export function importsOf({ text, code }: SourceFile): string[] {
  return [...code.matchAll(openingQuote)].map((match) => {
    const start = match.index + match[0].length;
    return text.slice(start, code.indexOf(match[1] ?? '', start));
  });
}
