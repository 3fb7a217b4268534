import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './checkout.mjs';
import { staticImports } from './static-imports.mjs';

/**
 * Bundles TypeScript programs into `dist/<folder>`, as ES modules for Node. A command loads only what it imports, but what
 * recording needs is one file: each further one costs as much to find and link as a command has time for. `entryPoints` are paths in
 * the checkout by output name without `.js`.
 */
export async function bundle(folder, entryPoints, version) {
  const { build } = await import('rolldown');
  const dir = join(root, 'dist', folder);
  await rm(dir, { recursive: true, force: true });
  await build({
    cwd: root,
    input: entryPoints,
    platform: 'node',
    preserveEntrySignatures: false,
    // It finds its native library beside its own files.
    external: ['@photostructure/sqlite'],
    transform: { target: 'node20.19', define: { 'process.env.DEPLOY_LEDGER_VERSION': JSON.stringify(version) } },
    checks: { ineffectiveDynamicImport: false },
    logLevel: 'warn',
    output: {
      dir,
      format: 'esm',
      minify: true,
      comments: false,
      chunkFileNames: 'chunks/[name]-[hash].js',
      codeSplitting: { groups: [recordingChunk()], includeDependenciesRecursively: false },
    },
  });
  return dir;
}

const libraries = /node_modules\/(commander|valibot)\//;

/** What a command loads that records: its own file, and what the others import when they are called. */
const loadedToRecord = [
  'src/main/bin.ts',
  'src/main/open-ledger.ts',
  'src/surfaces/cli/commands/record-deployment.ts',
  'src/surfaces/cli/commands/update-deployment.ts',
  'src/surfaces/cli/commands/record-rollback.ts',
];

function recordingChunk() {
  const files = staticImports(loadedToRecord.map((path) => join(root, path)));
  return { name: 'recording', test: (path) => libraries.test(path) || files.has(path) };
}
