import { LedgerError } from '../../domain/errors.ts';
import type { Reading } from '../reading.ts';
import { findReleases, type Wanted } from './find-releases.ts';
import type { Git } from './git-program.ts';
import type { Release } from './release.ts';
import { deploymentId, deploymentOf, rollbackId, rollbackOf } from './release-claims.ts';
import type { SkippedTags } from './releases-of-tags.ts';
import { shipments } from './shipments.ts';

export interface GitOptions extends Wanted {
  /** `production` when absent. */
  readonly environment?: string | undefined;
  /** Whether the ledger holds this id: then its claim is left out, also when the repository now tells it differently. */
  readonly known?: ((id: string) => Promise<boolean>) | undefined;
  /** Is told what was found, before the first reading. */
  readonly report?: ((summary: GitSummary) => void) | undefined;
}

/** What an import found, for the progress bar and for what to tell the person. */
export interface GitSummary {
  /** How many deployments there are, the known ones too: `line` of the readings counts up to it. */
  readonly releases: number;
  readonly skipped: SkippedTags;
  /** Whether commits are missing because the clone is shallow: then the releases claim too few. */
  readonly shallow: boolean;
  /** Commits that are left out of what was shipped, because their time is none from 1970 to 9999. */
  readonly undatedCommits: number;
}

/**
 * Reads a repository's releases as claims: for each one a deployment, and a rollback when it put an older one back; service by
 * service, in the order in which they came out. The same repository gives the same claims. `line` numbers the releases from 1.
 *
 * A release ships the commits that no earlier one of its service contains: so a tag that is made later, but dated before
 * others, takes commits from them. With `known` what is recorded stays as it is; without it their claims are conflicts.
 * @throws LedgerError `not-found` when there is no git, no repository or nothing in it that counts as a deployment; `storage`
 * when git cannot read it; `invalid` when the options contradict one another.
 */
export async function* readGit(git: Git, options: GitOptions = {}): AsyncGenerator<Reading> {
  const { environment = 'production', known = nothingKnown } = options;
  const { history, releases, undated, skipped, shallow } = await findReleases(git, options);
  const total = undated.length + releases.length;
  options.report?.({ releases: total, skipped, shallow, undatedCommits: history.undated });
  let line = 0;
  for (const name of undated) yield { line: ++line, error: withoutDate(name) };
  for (const shipment of shipments(history, lanesOf(releases))) {
    line++;
    const { release, rollback } = shipment;
    if (!(await known(deploymentId(release, environment)))) {
      yield { line, claim: deploymentOf(shipment, history.graph, environment) };
    }
    if (rollback !== undefined && !(await known(rollbackId(release, environment)))) {
      yield { line, claim: rollbackOf(release, rollback, environment) };
    }
  }
}

async function nothingKnown(): Promise<boolean> {
  return false;
}

/** The releases of each service. */
function lanesOf(releases: readonly Release[]): Iterable<readonly Release[]> {
  const lanes = new Map<string, Release[]>();
  for (const release of releases) {
    const lane = lanes.get(release.service);
    if (lane === undefined) lanes.set(release.service, [release]);
    else lane.push(release);
  }
  return lanes.values();
}

function withoutDate(name: string): LedgerError {
  return new LedgerError('invalid', `${name} has no date from 1970 to 9999, so nobody knows when it was deployed`, {
    field: 'finishedAt',
  });
}
