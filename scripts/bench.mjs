import './node-version.mjs';
import { join } from 'node:path';
import { bundle } from './bundle.mjs';
import { succeeds } from './run-command.mjs';

// Node 20 runs no TypeScript, and what is measured should be what is shipped: the bundle.
const outdir = await bundle('bench', { main: 'bench/main.ts' }, 'bench');
process.exitCode = succeeds([process.execPath, join(outdir, 'main.js'), ...process.argv.slice(2)]) ? 0 : 1;
