import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { type Random, randomOf } from '../../src/sources/demo/random.ts';
import { BuiltProgram, type Ended } from './cli/built-program.ts';

interface Listed {
  readonly id: string;
  readonly version: string;
  readonly index: number;
}

/** The built program, and what has to be true of its ledger whatever was done to it. */
export class FaultyDays {
  readonly program = new BuiltProgram();
  readonly #random: Random;

  constructor(seed: string) {
    this.#random = randomOf(seed);
  }

  run(line: string): Promise<Ended> {
    return this.program.run(...line.split(' '));
  }

  /** Starts a command and kills it, as with the plug pulled, between two moments counted from its start. */
  async kill(line: string, fromMs: number, toMs: number): Promise<Ended> {
    const { child, ended } = this.program.start(line.split(' '));
    const timer = setTimeout(() => child.kill('SIGKILL'), this.#random.between(fromMs, toMs));
    const result = await ended;
    clearTimeout(timer);
    return result;
  }

  /** How long a command takes here and now, in milliseconds. */
  async durationOf(line: string): Promise<number> {
    const from = process.hrtime.bigint();
    await this.run(line);
    return Number(process.hrtime.bigint() - from) / 1e6;
  }

  async list(): Promise<Listed[]> {
    const { status, stdout, stderr } = await this.run('list --limit all -f json');
    expect([status, stderr]).toEqual([0, '']);
    return JSON.parse(stdout);
  }

  /** Asserts that the whole ledger verifies, and gives back how many facts it has. */
  async verify(): Promise<number> {
    const { status, stdout, stderr } = await this.run('verify -f json');
    const { ok, size, failures } = JSON.parse(stdout);
    expect({ status, stderr, ok, failures }).toEqual({ status: 0, stderr: '', ok: true, failures: [] });
    return size;
  }

  remove(): void {
    this.program.remove();
  }
}

/** The id that a command printed; undefined when it was killed before it had the word. */
export function acknowledged({ stdout }: Ended): string | undefined {
  return /^\w+ recorded: (\S+)$/m.exec(stdout)?.[1];
}

export function sha256Of(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
