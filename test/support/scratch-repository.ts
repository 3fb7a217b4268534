import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Git, gitProgram } from '../../src/sources/git/git-program.ts';
import { type GitOptions, readGit } from '../../src/sources/git/read-git.ts';
import type { Reading } from '../../src/sources/reading.ts';

/** Git without the settings of the machine that the tests run on. */
export function plainEnvironment({ PATH }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
}

/** Who did something and when; a time is a day of January 2026, or a date as git reads it. */
export interface Done {
  readonly by?: string;
  readonly at: number | string;
}

/** A real repository for one test. */
export class ScratchRepository {
  readonly #parent = mkdtempSync(join(tmpdir(), 'scratch-'));
  readonly folder: string;
  readonly #environment: NodeJS.ProcessEnv;
  #files = 0;

  /** `whenFinished` is vitest's onTestFinished: the folder goes when the test is over. */
  constructor(whenFinished: (remove: () => void) => void, environment: NodeJS.ProcessEnv, name = 'api') {
    this.#environment = plainEnvironment(environment);
    whenFinished(() => rmSync(this.#parent, { recursive: true }));
    this.folder = join(this.#parent, name);
    mkdirSync(this.folder);
    this.git({ at: 1 }, ['init', '--quiet', '--initial-branch=main']);
  }

  get program(): Git {
    return this.programIn('.');
  }

  /** Git in another folder, seen from this repository. */
  programIn(folder: string): Git {
    return gitProgram(join(this.folder, folder), this.#environment);
  }

  /** Runs git and returns what it writes, without the last line break. */
  git(done: Done, args: readonly string[], input: string | Buffer = ''): string {
    const name = done.by ?? 'Ada';
    const date = typeof done.at === 'number' ? `2026-01-${String(done.at).padStart(2, '0')}T12:00:00Z` : done.at;
    const person = { NAME: name, EMAIL: 'someone@example.com', DATE: date };
    const people = ['AUTHOR', 'COMMITTER'].flatMap((role) =>
      Object.entries(person).map(([what, value]) => [`GIT_${role}_${what}`, value]),
    );
    const env = { ...this.#environment, ...Object.fromEntries(people) };
    const stdio = 'pipe';
    return execFileSync('git', ['-C', this.folder, ...args], { env, input, stdio })
      .toString()
      .trimEnd();
  }

  /** Commits one more file, or what is staged when `file` is null, and returns the id. */
  commit(
    done: Done,
    message: string | Buffer = 'Change something',
    file: string | null = `file-${this.#files++}`,
  ): string {
    if (file !== null) writeFileSync(join(this.folder, file), `${String(message)} ${done.at}`);
    this.git(done, ['add', '--all']);
    this.git(done, ['commit', '--quiet', '--allow-empty', '--cleanup=verbatim', '--file=-'], message);
    return this.head();
  }

  /** Undoes a commit with git's own message. */
  revert(done: Done, ...args: string[]): string {
    this.git(done, ['revert', '--no-edit', ...args]);
    return this.head();
  }

  /** Merges a new branch of one commit into the branch of HEAD. */
  merge(done: Done, message: string): string {
    const branch = this.git(done, ['rev-parse', '--abbrev-ref', 'HEAD']);
    this.git(done, ['checkout', '--quiet', '-b', 'topic']);
    this.commit(done, `Work on: ${message}`);
    this.git(done, ['checkout', '--quiet', branch]);
    this.git(done, ['merge', '--quiet', '--no-ff', '-m', message, 'topic']);
    this.git(done, ['branch', '-D', 'topic']);
    return this.head();
  }

  /** Sets a lightweight tag. */
  mark(tag: string, target = 'HEAD'): void {
    this.git({ at: 1 }, ['tag', tag, target]);
  }

  /** Sets an annotated tag. */
  release(done: Done, tag: string, target = 'HEAD', message = `Release ${tag}`): void {
    this.git(done, ['tag', '--annotate', '--message', message, tag, target]);
  }

  removeObject(sha: string): void {
    rmSync(join(this.folder, '.git', 'objects', sha.slice(0, 2), sha.slice(2)));
  }

  head(): string {
    return this.git({ at: 1 }, ['rev-parse', 'HEAD']);
  }

  async read(options?: GitOptions): Promise<Reading[]> {
    const readings: Reading[] = [];
    for await (const reading of readGit(this.program, options)) readings.push(reading);
    return readings;
  }
}
