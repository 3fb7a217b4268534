import './node-version.mjs';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle.mjs';
import { root } from './checkout.mjs';
import { npm, succeeds } from './run-command.mjs';

// What is measured is what is shipped, bundled in the same way but apart from it: tests use the program in dist/bin meanwhile.
const [bench, program] = await Promise.all([
  bundle('bench', { main: 'bench/main.ts' }, 'bench'),
  bundle('bench-program', { bin: 'src/main/bin.ts' }, 'bench'),
]);
// DuckDB, of 70 MB, is what metrics are held against and nothing else needs it. Without it, the bench says that it left that out.
const packages = join(root, 'bench');
if (!process.argv.includes('--quick') && !existsSync(join(packages, 'node_modules')))
  succeeds([...npm, 'ci', '--ignore-scripts', '--prefix', packages]);
const command = [
  process.execPath,
  join(bench, 'main.js'),
  '--program',
  join(program, 'bin.js'),
  '--packages',
  packages,
];
process.exitCode = succeeds([...command, ...process.argv.slice(2)]) ? 0 : 1;
