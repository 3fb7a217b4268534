import { spawn } from 'node:child_process';
import { LedgerError } from '../../domain/errors.ts';

/**
 * Runs `git` in one repository and yields what it writes to its standard output.
 * Throws a LedgerError with git's own words when it ends with anything but 0.
 */
export type Git = (args: readonly string[]) => AsyncIterable<Uint8Array>;

/** What a hook or an enclosing git leaves in the environment and what would lead git to another repository. */
const misleading = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_COMMON_DIR',
  'GIT_INDEX_FILE',
  'GIT_NAMESPACE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_SHALLOW_FILE',
  'GIT_PREFIX',
];

/**
 * The `git` program, working in `directory`: a work tree, a folder in one, or a bare repository.
 * `environment` is the caller's; a repository that it names is left out.
 * @throws LedgerError from each run: `not-found` when there is no git or no repository, `storage` when git cannot read it.
 */
export function gitProgram(directory: string, environment: NodeJS.ProcessEnv): Git {
  const kept = Object.entries(environment).filter(([name]) => !misleading.includes(name));
  const env = { ...Object.fromEntries(kept), LC_ALL: 'C' };
  return async function* git(args) {
    const child = spawn('git', ['--no-pager', '-C', directory, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint = (complaint + text).slice(0, 2000);
    });
    const ended = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
    // It is awaited only after the output; until then a failure to start must not count as unhandled.
    ended.catch(() => undefined);
    let finished = false;
    try {
      yield* child.stdout;
      finished = true;
    } finally {
      if (!finished) child.kill();
    }
    const status = await ended.catch((cause: unknown) => {
      throw notStarted(cause);
    });
    if (status !== 0) throw refused(directory, complaint.trim());
  };
}

function notStarted(cause: unknown): LedgerError {
  return new LedgerError('not-found', 'the program git could not be started', {
    hint: 'install git and see that it is on the PATH',
    cause,
  });
}

function refused(directory: string, complaint: string): LedgerError {
  const nowhere = /not a git repository|cannot change to/i.test(complaint);
  return new LedgerError(nowhere ? 'not-found' : 'storage', `git cannot read "${directory}": ${complaint}`, {
    hint: nowhere ? 'name the folder of a git repository' : undefined,
  });
}
