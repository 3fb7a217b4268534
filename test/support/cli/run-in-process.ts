import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { resolveSettings } from '../../../src/main/config/resolve-settings.ts';
import { createHost } from '../../../src/main/host/create-host.ts';
import type { Channel, Host } from '../../../src/surfaces/cli/host.ts';
import { runCli } from '../../../src/surfaces/cli/run-cli.ts';

export interface Answer {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Program {
  readonly home: string;
  /** Carries out one command line. */
  run(...args: string[]): Promise<Answer>;
}

export interface Circumstances {
  /** What the clock shows; the real time when absent. */
  readonly nowMs?: () => number;
  readonly isTerminal?: boolean;
  readonly width?: number;
  readonly environment?: NodeJS.ProcessEnv;
}

/** The whole command line inside this process, with a home of its own and a real ledger in it, for one test. */
export function program({
  isTerminal = false,
  width,
  nowMs = Date.now,
  environment = {},
}: Circumstances = {}): Program {
  const home = mkdtempSync(join(tmpdir(), 'deploy-ledger-cli-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  return {
    home,
    async run(...args) {
      const [stdout, stderr] = [memory(isTerminal, width), memory(isTerminal, width)];
      const host: Host = {
        ...createHost('1.2.3'),
        stdout,
        stderr,
        nowMs,
        userName: () => 'tester',
        settings: (given) => resolveSettings(given, { environment, home, cwd: home }),
      };
      const status = await runCli(args, host);
      return { status, stdout: stdout.text(), stderr: stderr.text() };
    },
  };
}

function memory(isTerminal: boolean, width: number | undefined): Channel & { text(): string } {
  let written = '';
  return {
    isTerminal,
    width,
    color: false,
    text: () => written,
    async write(text) {
      written += text;
    },
  };
}
