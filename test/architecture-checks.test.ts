import { describe, expect, it } from 'vitest';
import { blankOut } from './support/architecture/blank-out.ts';
import { bannedSyntax, lineCount, percentile, vaguelyNamed } from './support/architecture/budgets.ts';
import { functionLengths } from './support/architecture/function-lengths.ts';
import { importBreaches } from './support/architecture/import-table.ts';
import { ambientReads, impureImports } from './support/architecture/purity.ts';
import { type SourceFile, sourceFile } from './support/architecture/source-tree.ts';

const tree = (files: Record<string, string>): SourceFile[] =>
  Object.entries(files).map(([path, text]) => sourceFile(path, text));

describe('the import table', () => {
  it.each([
    ['ledger/tree.ts', `import { x } from '../domain/x.ts';`],
    ['domain/a.ts', `import { x } from './facts/x.ts';`],
    ['surfaces/cli/run.ts', `import { x } from '../../app/x.ts';`],
    ['main/bin.ts', `import { x } from '../surfaces/cli/x.ts';`],
    ['index.ts', `export { x } from './ledger/x.ts';`],
    ['domain/a.ts', `import { readFile } from 'somewhere';`],
    ['domain/a.ts', `// import { x } from '../app/x.ts';\nconst text = "import('../app/x.ts')";`],
  ])('lets %s say %s', (path, text) => {
    expect(importBreaches(tree({ [path]: text }))).toEqual([]);
  });

  it.each([
    ['domain/a.ts', `import { x } from '../ledger/x.ts';`, 'domain may not import ledger'],
    ['domain/a.ts', `import type { X } from '../ledger/x.ts';`, 'domain may not import ledger'],
    ['domain/a.ts', `export * from\n  "../app/x.ts";`, 'domain may not import app'],
    ['app/a.ts', `const x = await import('../storage/sqlite/x.ts');`, 'app may not import storage'],
    ['app/a.ts', `import '../main/x.ts';`, 'app may not import main'],
    ['app/a.ts', 'type X = import(`../index.ts`).X;', 'app may not import main'],
    ['surfaces/http/a.ts', `import { x } from '../cli/x.ts';`, 'surfaces/http may not import surfaces/cli'],
    ['surfaces/http/a.ts', `import { x } from '../../ledger/x.ts';`, 'surfaces/http may not import ledger'],
    ['domain/a.ts', `import { x } from 'deploy-ledger';`, 'imports its own package'],
    ['domain/a.ts', `import x from '../../package.json';`, 'lies in no known layer'],
    ['attic/a.ts', '', 'attic/a.ts lies in no known layer'],
    ['surfaces/a.ts', '', 'surfaces/a.ts lies in no known layer'],
    ['a.ts', '', 'a.ts lies in no known layer'],
  ])('catches %s saying %s', (path, text, message) => {
    expect(importBreaches(tree({ [path]: text }))).toEqual([expect.stringContaining(message)]);
  });
});

describe('purity', () => {
  it.each(['const t = Date.now();', 'const t = new Date();', 'const e = process.env["HOME"];', 'f(Math.random)'])(
    'catches %s below main',
    (text) => {
      expect(ambientReads(tree({ 'app/a.ts': text }))).toHaveLength(1);
      expect(ambientReads(tree({ 'main/a.ts': text, 'surfaces/cli/a.ts': text }))).toEqual([]);
    },
  );

  it('catches randomness that is imported, and lets it be an argument', () => {
    const imported = `import { createHash, randomBytes } from 'node:crypto';`;
    expect(ambientReads(tree({ 'ledger/a.ts': imported }))).toEqual([
      'ledger/a.ts has createHash, randomBytes: take it as an argument',
    ]);
    expect(
      ambientReads(tree({ 'ledger/a.ts': 'export function seal(randomBytes: Random, at: Date): void {}' })),
    ).toEqual([]);
  });

  it('lets a fixed date be made', () => {
    expect(ambientReads(tree({ 'domain/a.ts': 'const at = new Date(ms); // not Date.now()' }))).toEqual([]);
  });

  it('catches input and output in the pure core only', () => {
    const text = `import { readFileSync } from 'node:fs';\nimport { createHash } from 'node:crypto';`;
    expect(impureImports(tree({ 'analysis/a.ts': text, 'sources/git/a.ts': text }))).toEqual([
      'analysis/a.ts imports node:fs: analysis does no input or output',
    ]);
  });
});

describe('the budgets', () => {
  it('take percentiles by nearest rank', () => {
    const ten = [10, 1, 9, 2, 8, 3, 7, 4, 6, 5];
    expect([percentile(ten, 0.5), percentile(ten, 0.9), percentile([7], 0.9), percentile([], 0.5)]).toEqual([
      5, 9, 7, 0,
    ]);
  });

  it('count lines with and without a last line break', () => {
    expect([lineCount('a\nb\n'), lineCount('a\nb')]).toEqual([2, 2]);
  });

  it.each([
    'utils/a.ts',
    'app/helpers.ts',
    'app/metric-helpers.ts',
    'app/common/a.ts',
    'lib/a.ts',
    'app/misc.ts',
    'shared/a.ts',
  ])('catch the name %s', (path) => {
    expect(vaguelyNamed(tree({ [path]: '' }))).toEqual([path]);
  });

  it.each(['app/library.ts', 'domain/commonwealth.ts', 'app/shared-options.ts'])('let the name %s be', (path) => {
    expect(vaguelyNamed(tree({ [path]: '' }))).toEqual([]);
  });

  it.each(['export default 1;', 'export { a as default };', 'enum Colour { Red }', 'export const enum A {}'])(
    'catch %s',
    (text) => {
      expect(bannedSyntax(tree({ 'domain/a.ts': text }))).toEqual(['domain/a.ts']);
    },
  );

  it('do not take words in comments and strings for code', () => {
    expect(bannedSyntax(tree({ 'domain/a.ts': `// export default\nconst a = 'enum A {';` }))).toEqual([]);
  });
});

describe('functionLengths', () => {
  it.each([
    ['function a() {\n}', [2]],
    ['function a(\n  b: string,\n): Promise<Map<string, number>> {\n  return c;\n}', [5]],
    ['function a(): { b: number } {\n}', [2]],
    ['function a(): B {\n}\n\nclass C {\n}', [2]],
    ['function a(): Map<string, { b: 1 }> {\n}', [2]],
    ['const a = (b: number) => {\n  return b;\n};', [3]],
    ['const a = async (b: X): Promise<X> => {\n};', [2]],
    ['const a = b => {\n};', [2]],
    ['class A {\n  #b<T>(c: T) {\n    return c;\n  }\n}', [3]],
    ['function a() {\n  b(() => {\n  });\n}', [2, 4]],
    ['if (a) {\n}\nfor (const b of c()) {\n}\nwhile (a(b)) {\n} try {\n} catch (e) {\n}', []],
    ['const a = { b: 1 };\nconst c = d ? e(f) : { g: 1 };', []],
    ['switch (a(b)) {\n  case c(d): {\n  }\n}', []],
  ])('measures %j as %j', (code, lengths) => {
    expect(functionLengths(code)).toEqual(lengths);
  });
});

describe('blankOut', () => {
  it.each([
    [`a('b"', "c'") // d`, `a('  ', "  ")     `],
    ['a /* {\n} */ b', 'a     \n     b'],
    [`\`a\${b({ c: \`d\` })}e\``, '`   b({ c: ` ` })  `'],
    [`a = /['"{]/g.test(b) / c / d`, `a =         .test(b) / c / d`],
    [`return /[/]{/;`, `return       ;`],
    [`'\\'{'`, `'   '`],
  ])('turns %j into %j', (source, code) => {
    expect(blankOut(source)).toBe(code);
  });
});
