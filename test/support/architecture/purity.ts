import { layerOf } from './import-table.ts';
import { importsOf } from './imports.ts';
import type { SourceFile } from './source-tree.ts';

const outside = /\b(?:Date\.now|performance\.now|Math\.random|process\.(?:env|argv|hrtime))\b|\bnew Date\(\s*\)/g;
const randomness = /\bimport\s*\{[^}]*\brandom(?:Bytes|UUID|Int|FillSync)\b|\bcrypto\.(?:random\w+|getRandomValues)\b/g;
const inputAndOutput =
  /^(?:node:)?(?:fs|fs\/promises|child_process|net|tls|dns|http|https|http2|os|process|readline|worker_threads)$/;

/** Making keys and the names of temporary files takes randomness of its own, as files take a disk. */
const allowed: readonly string[] = ['storage/keys/file-key-store.ts'];

const pureLayers = ['domain', 'ledger', 'projections', 'analysis', 'policy', 'renderers'];

/**
 * Says which files read the clock, randomness or the environment themselves: only `main` and the surfaces may, everything
 * below is given them as arguments.
 */
export function ambientReads(files: readonly SourceFile[]): string[] {
  return files.filter(isBelowMain).flatMap(({ path, code }) => {
    const reads = [...code.matchAll(outside), ...code.matchAll(randomness)];
    return reads.map(([read]) => `${path} has ${read.split('{').pop()?.trim()}: take it as an argument`);
  });
}

/** Says which files of the pure layers import a module of Node that does input or output. */
export function impureImports(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => pureLayers.includes(layerOf(path) ?? ''))
    .flatMap((file) =>
      importsOf(file)
        .filter((specifier) => inputAndOutput.test(specifier))
        .map((specifier) => `${file.path} imports ${specifier}: ${layerOf(file.path)} does no input or output`),
    );
}

function isBelowMain({ path }: SourceFile): boolean {
  if (allowed.includes(path)) return false;
  const layer = layerOf(path) ?? '';
  return layer !== 'main' && !layer.startsWith('surfaces/');
}
