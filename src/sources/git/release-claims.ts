import type { ClaimInput } from '../../domain/claims/claim.ts';
import { instant } from '../../domain/instant.ts';
import type { CommitGraph } from './commit-graph.ts';
import type { Release } from './release.ts';
import type { Rollback, Shipment } from './shipments.ts';

/** The id of a release's deployment, the same at every import: `git:api:production:v1.2.3`. */
export function deploymentId(release: Release, environment: string): string {
  return `git:${release.service}:${environment}:${release.name}`;
}

/** The id of the rollback that a release carried out. */
export function rollbackId(release: Release, environment: string): string {
  return `${deploymentId(release, environment)}:rollback`;
}

/** That the release was deployed, with every commit that it shipped first and that has a usable time. */
export function deploymentOf(shipment: Shipment, graph: CommitGraph, environment: string): ClaimInput {
  const { release, commits, remediates } = shipment;
  const id = deploymentId(release, environment);
  const shipped = shippedCommits(commits, graph);
  return {
    type: 'deployment',
    id,
    idempotencyKey: id,
    service: release.service,
    version: release.version.text,
    environment,
    finishedAt: time(release.seconds),
    ...initiatorOf(release),
    commit: graph.sha(release.commit),
    ...(shipped.length > 0 && { commits: shipped }),
    ...(remediates.length > 0 && {
      planned: false,
      remediates: remediates.map((earlier) => deploymentId(earlier, environment)),
    }),
  };
}

/** That the release put an older one back. */
export function rollbackOf(release: Release, rollback: Rollback, environment: string): ClaimInput {
  const id = rollbackId(release, environment);
  return {
    type: 'rollback',
    id,
    idempotencyKey: id,
    service: release.service,
    environment,
    fromVersion: rollback.from.version.text,
    toVersion: rollback.to.version.text,
    reason: withoutControls(rollback.reason),
    at: time(release.seconds),
    deployment: deploymentId(rollback.from, environment),
    carriedOutBy: deploymentId(release, environment),
    ...initiatorOf(release),
  };
}

/** By time and id, an order that no later commit or tag changes. */
function shippedCommits(commits: readonly number[], graph: CommitGraph): { sha: string; committedAt: string }[] {
  const dated = commits.flatMap((commit) => {
    const seconds = graph.seconds(commit);
    return seconds === undefined ? [] : [{ sha: graph.sha(commit), seconds }];
  });
  dated.sort((a, b) => a.seconds - b.seconds || (a.sha < b.sha ? -1 : 1));
  return dated.map(({ sha, seconds }) => ({ sha, committedAt: time(seconds) }));
}

function initiatorOf({ initiator }: Release): { initiator?: string } {
  const name = withoutControls(initiator);
  return name === '' ? {} : { initiator: name };
}

/** Git lets people have any bytes in their name; a claim takes no control characters. */
function withoutControls(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, ' ').trim();
}

function time(seconds: number): string {
  return instant(seconds * 1000);
}
