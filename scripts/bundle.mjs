import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './checkout.mjs';

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
      codeSplitting: { groups: [{ name: 'recording', test: isForRecording }], includeDependenciesRecursively: false },
    },
  });
  return dir;
}

const libraries = /node_modules\/(commander|valibot)\//;
const rooms =
  /src\/(domain|ledger|projections|storage|app\/(open|record|log)|main|surfaces\/cli|renderers\/(format|times|terminal))\b/;
const others =
  /\/(commands|help|completion|export|import|doctor|spool)\/(?!record)|\/(open-source|demo-source|git-notes|commits-between|open-file|parse-yaml|verify|replay)/;

function isForRecording(path) {
  return libraries.test(path) || (rooms.test(path) && !others.test(path));
}
