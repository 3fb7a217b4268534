import { LedgerError } from '../../domain/errors.ts';
import { gitProgram } from '../../sources/git/git-program.ts';
import { textOf } from '../../sources/git/nul-records.ts';

/**
 * The commits of a range such as `v1.0..v1.1`, with their committer dates, newest first.
 * @throws LedgerError `invalid` when it is no range, and what the git program throws.
 */
export async function commitsBetween(range: string, repository: string, environment: NodeJS.ProcessEnv) {
  if (!/^[^\s-]\S*\.\.\S*$/.test(range)) {
    throw new LedgerError('invalid', `--commits: ${JSON.stringify(range)} is not a range`, {
      hint: 'write FROM..TO, as in --commits v2.2.9..v2.3.0',
    });
  }
  const git = gitProgram(repository, environment);
  const text = await textOf(git(['log', '--no-show-signature', '--format=%H %ct', range, '--']));
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [sha = '', seconds = ''] = line.split(' ');
      return { sha, committedAt: Number(seconds) };
    });
}
