import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { bannedSyntax, lineCount, percentile, vaguelyNamed } from './support/architecture/budgets.ts';
import { functionLengths } from './support/architecture/function-lengths.ts';
import { importBreaches, layerOf } from './support/architecture/import-table.ts';
import { importsOf } from './support/architecture/imports.ts';
import { ambientReads, impureImports } from './support/architecture/purity.ts';
import { readSourceTree } from './support/architecture/source-tree.ts';

const files = readSourceTree(fileURLToPath(new URL('../src', import.meta.url)));

describe('the layers', () => {
  it('are all there to be checked', () => {
    expect(files.length).toBeGreaterThan(300);
    expect(files.flatMap(importsOf).length).toBeGreaterThan(files.length);
    const expected = ['domain', 'ledger', 'projections', 'analysis', 'sources', 'renderers', 'storage', 'app', 'main'];
    const layers = [...new Set(files.map(({ path }) => layerOf(path)))];
    expect(layers).toEqual(expect.arrayContaining([...expected, 'surfaces/cli']));
  });

  it('import only what the table allows', () => {
    expect(importBreaches(files)).toEqual([]);
  });

  it('take the clock, randomness and the environment as arguments below main and the surfaces', () => {
    expect(ambientReads(files)).toEqual([]);
  });

  it('do no input or output in the pure core', () => {
    expect(impureImports(files)).toEqual([]);
  });
});

describe('the budgets', () => {
  const fileLengths = files.map(({ text }) => lineCount(text));

  it('keep the median file at 80 lines, nine of ten at 210 and all at 300', () => {
    expect(percentile(fileLengths, 0.5)).toBeLessThanOrEqual(80);
    expect(percentile(fileLengths, 0.9)).toBeLessThanOrEqual(210);
    expect(files.filter(({ text }) => lineCount(text) > 300).map(({ path }) => path)).toEqual([]);
  });

  it('keep nine of ten functions at 37 lines', () => {
    const lengths = files.flatMap(({ code }) => functionLengths(code));
    expect(lengths.length).toBeGreaterThan(files.length);
    expect(percentile(lengths, 0.9)).toBeLessThanOrEqual(37);
  });

  it('leave no name that says nothing, no default export and no enum', () => {
    expect(vaguelyNamed(files)).toEqual([]);
    expect(bannedSyntax(files)).toEqual([]);
  });
});
