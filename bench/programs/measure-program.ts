import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ProgramRun, runProgram } from './run-program.ts';

/** What a program used, as it says itself when it ends. */
export interface ProgramUse extends ProgramRun {
  /** Processor time of all its threads. */
  readonly cpuMs: number;
  readonly peakBytes: number;
}

/**
 * Loaded in front of the program. Linux counts the memory of the process that starts another one in the latter's maxRSS, but
 * not in its VmHWM.
 */
const witness = `
import { readFileSync, writeFileSync } from 'node:fs';
const peakKiB = () => {
  try {
    return Number(/VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
};
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  writeFileSync(process.env.BENCH_USE, JSON.stringify({ cpuMs: (user + system) / 1000, peakBytes: peakKiB() * 1024 }));
});
`;

/** Runs a program of Node and has it say what it used. */
export function measureProgram(args: readonly string[], env: NodeJS.ProcessEnv): ProgramUse {
  const directory = mkdtempSync(join(tmpdir(), 'deploy-ledger-bench-use-'));
  const report = join(directory, 'use.json');
  try {
    const preload = `data:text/javascript,${encodeURIComponent(witness)}`;
    const run = runProgram(args, { ...env, BENCH_USE: report }, ['--import', preload]);
    const used: Pick<ProgramUse, 'cpuMs' | 'peakBytes'> = JSON.parse(readFileSync(report, 'utf8'));
    return { ...run, ...used };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
