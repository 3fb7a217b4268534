import type { Host } from '../host.ts';
import { keyValues } from '../options/key-values.ts';
import { decimal } from '../options/numbers.ts';
import type { DeploymentOptions } from './deployment-options.ts';
import type { Said } from './said.ts';

type Surroundings = Pick<Host, 'userName' | 'commitsBetween'>;

/**
 * What the options claim, not yet validated; the commits of a range are asked of git.
 * @throws LedgerError `invalid` for what cannot be read as a number or as pairs, and what reading the repository throws.
 */
export async function deploymentClaim(options: DeploymentOptions, host: Surroundings): Promise<Said<'deployment'>> {
  const { commits, repo = '.' } = options;
  return {
    ...whatAndWhere(options),
    ...howItWent(options),
    ...whoAndWhy(options, host),
    commits: commits === undefined ? undefined : await host.commitsBetween(commits, repo),
  };
}

function whatAndWhere(options: DeploymentOptions): Said<'deployment'> {
  const { service, version, environment, kind, region, cluster, previousVersion, artifact, commit } = options;
  return {
    type: 'deployment',
    service,
    version,
    environment,
    strategy: options.type ?? impliedStrategy(options),
    kind,
    region,
    cluster,
    replicas: decimal('--replicas', options.replicas),
    previousVersion,
    artifact,
    commit,
  };
}

/** Only one strategy has what these options speak of. */
function impliedStrategy({ canaryPercentage, slot, flag }: DeploymentOptions): string | undefined {
  if (canaryPercentage !== undefined) return 'canary';
  if (slot !== undefined) return 'blue-green';
  return flag === undefined ? undefined : 'feature-flag';
}

function howItWent(options: DeploymentOptions): Partial<Said<'deployment'>> {
  const { status, started, completed, message, window, downtimeExpected, unplanned, remediates } = options;
  return {
    status,
    startedAt: started,
    finishedAt: completed,
    progress: progressOf(options),
    message,
    window,
    downtimeExpected,
    planned: unplanned === true ? false : undefined,
    remediates: remediates === undefined ? undefined : [...remediates],
  };
}

function progressOf({ canaryPercentage, slot, flag }: DeploymentOptions): Record<string, unknown> | undefined {
  const progress = Object.entries({ percentage: decimal('--canary-percentage', canaryPercentage), slot, flag });
  const known = progress.filter(([, value]) => value !== undefined);
  return known.length === 0 ? undefined : Object.fromEntries(known);
}

function whoAndWhy(options: DeploymentOptions, host: Surroundings): Partial<Said<'deployment'>> {
  const { initiator, approvedBy, changeId, parentId, metadata, idempotencyKey } = options;
  return {
    initiator: initiator ?? host.userName(),
    approvedBy: approvedBy === undefined ? undefined : [...approvedBy],
    changeId,
    parentId,
    metadata: metadata === undefined ? undefined : keyValues('--metadata', metadata),
    idempotencyKey,
  };
}
