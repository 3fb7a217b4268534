import { posix } from 'node:path';
import { importsOf } from './imports.ts';
import type { SourceFile } from './source-tree.ts';

/** What each layer may import besides itself. A surface may import no other surface; `main` alone may import everything. */
export const importTable: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  ledger: ['domain'],
  projections: ['domain', 'ledger'],
  analysis: ['domain', 'projections'],
  policy: ['domain', 'projections'],
  sources: ['domain'],
  renderers: ['domain', 'projections', 'analysis'],
  storage: ['domain', 'ledger', 'projections'],
  app: ['domain', 'ledger', 'projections', 'analysis', 'policy', 'sources', 'renderers'],
  plugins: ['domain', 'ledger', 'projections', 'analysis', 'policy', 'sources', 'renderers'],
  surfaces: ['domain', 'app', 'renderers'],
  main: [],
};

/** The layer of a path in `src`: its folder, the single surface, or `main` for the entry point of the library. */
export function layerOf(path: string): string | undefined {
  if (path === 'index.ts') return 'main';
  const [folder = '', inner, ...rest] = path.split('/');
  if (inner === undefined || !Object.hasOwn(importTable, folder)) return undefined;
  if (folder !== 'surfaces') return folder;
  return rest.length === 0 ? undefined : `surfaces/${inner}`;
}

/** Says, a sentence each, which files lie in no known layer and which imports the table forbids. */
export function importBreaches(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const layer = layerOf(file.path);
    if (layer === undefined) return [`${file.path} lies in no known layer`];
    return importsOf(file).flatMap((specifier) => breach(file.path, layer, specifier) ?? []);
  });
}

function breach(path: string, layer: string, specifier: string): string | undefined {
  if (/^deploy-ledger(\/|$)/.test(specifier)) return `${path} imports its own package as ${specifier}`;
  if (!specifier.startsWith('.')) return undefined;
  const target = posix.join(posix.dirname(path), specifier);
  const targetLayer = layerOf(target);
  if (targetLayer === undefined) return `${path} imports ${target}, which lies in no known layer`;
  if (layer === targetLayer || layer === 'main') return undefined;
  const allowed = importTable[layer.startsWith('surfaces/') ? 'surfaces' : layer] ?? [];
  return allowed.includes(targetLayer)
    ? undefined
    : `${path} imports ${target}: ${layer} may not import ${targetLayer}`;
}
