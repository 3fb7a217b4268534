import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './checkout.mjs';

// commander is CommonJS and asks for Node's modules with require, which an ES module does not have.
const banner = `import{createRequire as requireFrom}from'node:module';const require=requireFrom(import.meta.url);`;

/**
 * Bundles TypeScript programs into `dist/<folder>`, as ES modules for Node with code splitting, so that a command loads
 * only what it imports. `entryPoints` are paths in the checkout by output name without `.js`.
 */
export async function bundle(folder, entryPoints, version) {
  const { build } = await import('esbuild');
  const outdir = join(root, 'dist', folder);
  await rm(outdir, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints,
    outdir,
    bundle: true,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    minify: true,
    legalComments: 'none',
    banner: { js: banner },
    define: { 'process.env.DEPLOY_LEDGER_VERSION': JSON.stringify(version) },
    // It finds its native library beside its own files.
    external: ['@photostructure/sqlite'],
    logLevel: 'warning',
  });
  return outdir;
}
