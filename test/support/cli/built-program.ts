import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../../../dist/bin/bin.js', import.meta.url));

export interface Ended {
  /** The exit status; null when a signal ended the program. */
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** The built program with a home of its own. */
export class BuiltProgram {
  readonly home = mkdtempSync(join(tmpdir(), 'deploy-ledger-e2e-'));
  readonly bin: string;

  constructor(path = bin) {
    if (!existsSync(bin)) throw new Error(`${bin} is missing: run npm run build first`);
    this.bin = path;
  }

  /** Runs one command line to its end. */
  run(...args: string[]): Promise<Ended> {
    return this.start(args).ended;
  }

  start(
    args: readonly string[],
    { input, environment }: { input?: string; environment?: NodeJS.ProcessEnv } = {},
  ): Started {
    return this.#watch(spawn(process.execPath, [this.bin, ...args], this.#options(environment)), input);
  }

  /** Runs a line of bash in which `gdl` is the program. */
  shell(line: string, environment?: NodeJS.ProcessEnv): Promise<Ended> {
    const script = `gdl() { "${process.execPath}" "${this.bin}" "$@"; }\n${line}`;
    return this.#watch(spawn('bash', ['-c', script], this.#options(environment)), undefined).ended;
  }

  remove(): void {
    rmSync(this.home, { recursive: true, force: true });
  }

  #options(environment: NodeJS.ProcessEnv = {}) {
    const env = { PATH: process.env['PATH'], HOME: this.home, USER: 'tester', LC_ALL: 'C.UTF-8', ...environment };
    return { cwd: this.home, env, stdio: 'pipe' as const };
  }

  #watch(child: ChildProcess, input: string | undefined): Started {
    let [stdout, stderr] = ['', ''];
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.stdin?.on('error', () => undefined);
    if (input !== undefined) child.stdin?.write(input);
    child.stdin?.end();
    const ended = new Promise<Ended>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (status, signal) => resolve({ status, signal, stdout, stderr }));
    });
    return { child, ended };
  }
}
