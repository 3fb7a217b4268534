import './node-version.mjs';
import { join } from 'node:path';
import { bundle } from './bundle.mjs';
import { isStale } from './freshness.mjs';
import { succeeds } from './run-command.mjs';

// Node 20 runs no TypeScript, and what is measured should be what is shipped: the bundle.
const program = 'dist/bin/bin.js';
if (isStale(program, ['src', 'scripts', 'package.json']))
  succeeds([process.execPath, 'scripts/build.mjs', '--bin-only']);
const outdir = await bundle('bench', { main: 'bench/main.ts' }, 'bench');
const bench = [process.execPath, join(outdir, 'main.js'), '--program', program, ...process.argv.slice(2)];
process.exitCode = succeeds(bench) ? 0 : 1;
