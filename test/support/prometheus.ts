import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Found {
  readonly metric: Readonly<Record<string, string>>;
  readonly value: readonly [number, string];
}

export interface Rule {
  readonly name: string;
  readonly health: string;
}

/** Prometheus itself, scraping one server every second. */
export class Prometheus {
  readonly #folder = mkdtempSync(join(tmpdir(), 'prometheus-'));
  readonly #process: ChildProcess;
  readonly #url: string;

  private constructor(port: number, target: string, ruleFiles: readonly string[]) {
    this.#url = `http://127.0.0.1:${port}`;
    const settings = join(this.#folder, 'prometheus.yml');
    writeFileSync(settings, configuration(target, ruleFiles));
    const flags = [
      `--config.file=${settings}`,
      `--storage.tsdb.path=${join(this.#folder, 'data')}`,
      `--web.listen-address=127.0.0.1:${port}`,
    ];
    this.#process = spawn('prometheus', flags, { stdio: 'ignore' });
  }

  static async start(serverUrl: string, ruleFiles: readonly string[]): Promise<Prometheus> {
    const prometheus = new Prometheus(await freePort(), new URL(serverUrl).host, ruleFiles);
    while (!(await prometheus.#isReady()));
    return prometheus;
  }

  /** Asks for something until there is an answer that will do. */
  async until(query: string, suffices: (found: readonly Found[]) => boolean): Promise<readonly Found[]> {
    for (;;) {
      const found = await this.query(query);
      if (suffices(found)) return found;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** What an expression has for an answer now. */
  async query(query: string): Promise<readonly Found[]> {
    const { result } = await this.#ask<{ result: Found[] }>(`query?${new URLSearchParams({ query })}`);
    return result;
  }

  /** The rules as it has evaluated them: by name, whether they could be. */
  async rules(): Promise<readonly Rule[]> {
    const { groups } = await this.#ask<{ groups: { rules: Rule[] }[] }>('rules');
    return groups.flatMap(({ rules }) => rules);
  }

  async stop(): Promise<void> {
    const ended = once(this.#process, 'exit');
    this.#process.kill('SIGKILL');
    await ended;
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #ask<Data>(path: string): Promise<Data> {
    const answer = await fetch(`${this.#url}/api/v1/${path}`);
    const body = (await answer.json()) as { status: string; error?: string; data: Data };
    if (body.status !== 'success') throw new Error(`${path}: ${body.error}`);
    return body.data;
  }

  async #isReady(): Promise<boolean> {
    if (this.#process.exitCode !== null) throw new Error(`prometheus ended with status ${this.#process.exitCode}`);
    try {
      return (await fetch(`${this.#url}/-/ready`)).ok;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
      return false;
    }
  }
}

function configuration(target: string, ruleFiles: readonly string[]): string {
  const scrape = { job_name: 'deploy-ledger', static_configs: [{ targets: [target] }] };
  const everySecond = { scrape_interval: '1s', evaluation_interval: '1s' };
  // YAML takes JSON as it is.
  return JSON.stringify({ global: everySecond, rule_files: ruleFiles, scrape_configs: [scrape] });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** The names of metrics that a text speaks of. */
export function metricNamesIn(path: string): string[] {
  return [...new Set(readFileSync(path, 'utf8').match(/(?<![\w:])deploy_ledger_\w+/g) ?? [])];
}
