import './node-version.mjs';
import { execFile } from 'node:child_process';
import { chmod, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bundle } from './bundle.mjs';
import { root } from './checkout.mjs';

// The program goes to dist/bin, the library and its types to dist/lib; `--bin-only` leaves the library out.
const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
const parts = process.argv.includes('--bin-only') ? [buildProgram()] : [buildProgram(), buildLibrary()];
const failures = (await Promise.allSettled(parts)).filter(({ status }) => status === 'rejected');
for (const { reason } of failures) console.error(reason.stdout || reason.message);
process.exitCode = failures.length === 0 ? 0 : 1;

async function buildProgram() {
  const outdir = await bundle('bin', { bin: 'src/main/bin.ts' }, version);
  await chmod(join(outdir, 'bin.js'), 0o755);
}

async function buildLibrary() {
  await rm(join(root, 'dist', 'lib'), { recursive: true, force: true });
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  await promisify(execFile)(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root });
}
