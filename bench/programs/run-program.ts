import { spawnSync } from 'node:child_process';

/** What one run of a program took. */
export interface ProgramRun {
  readonly wallMs: number;
  readonly stdout: string;
}

/**
 * Runs Node with these arguments until it ends; `nodeOptions` stand in front of them.
 * @throws Error with everything that it wrote when it does not exit with 0: then nothing was measured.
 */
export function runProgram(
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
  nodeOptions: readonly string[] = [],
): ProgramRun {
  const startMs = performance.now();
  const { status, signal, stdout, stderr, error } = spawnSync(process.execPath, [...nodeOptions, ...args], {
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  const wallMs = performance.now() - startMs;
  if (status === 0) return { wallMs, stdout };
  throw new Error(`node ${args.join(' ')} ended with ${error?.message ?? signal ?? status}:\n${stdout}${stderr}`);
}
