import './node-version.mjs';
import { join } from 'node:path';
import { bundle } from './bundle.mjs';
import { succeeds } from './run-command.mjs';

// What is measured is what is shipped, bundled in the same way but apart from it: tests use the program in dist/bin meanwhile.
const [bench, program] = await Promise.all([
  bundle('bench', { main: 'bench/main.ts' }, 'bench'),
  bundle('bench-program', { bin: 'src/main/bin.ts' }, 'bench'),
]);
const command = [process.execPath, join(bench, 'main.js'), '--program', join(program, 'bin.js')];
process.exitCode = succeeds([...command, ...process.argv.slice(2)]) ? 0 : 1;
