import type { Change, Lane } from './lane.ts';
import type { DeploymentState, Standing } from './rows.ts';

/** Whether a lane comes out the same with one state of a deployment in the place of the other. */
export function sameEffect(a: DeploymentState, b: DeploymentState): boolean {
  return (
    a.atMs === b.atMs &&
    a.outcome === b.outcome &&
    a.finishedMs === b.finishedMs &&
    a.region === b.region &&
    a.version === b.version &&
    a.parentId === b.parentId &&
    a.claimedPrevious === b.claimedPrevious &&
    // These do nothing in the lane, but they put members of the same moment in order.
    a.strategy === b.strategy &&
    a.kind === b.kind &&
    a.createdMs === b.createdMs &&
    a.startedMs === b.startedMs
  );
}

/** Puts another state of the same effect in the place of a deployment's. */
export function describeMember(lane: Lane, deployment: DeploymentState): void {
  lane.members.set(deployment.id, deployment);
  lane.changed.deployments.add(deployment.id);
}

/** After a lane was folded again, what changed is what differs from the fold before. */
export function keepDifferences(lane: Lane, before: Lane): void {
  const { changed } = lane;
  for (const id of changed.deployments) {
    const sameState = lane.members.get(id) === before.members.get(id);
    if (sameState && sameStanding(lane.standings.get(id), before.standings.get(id))) changed.deployments.delete(id);
  }
  for (const key of before.changes.keys()) changed.changes.add(key);
  for (const key of changed.changes) {
    if (sameChange(lane.changes.get(key), before.changes.get(key))) changed.changes.delete(key);
  }
}

export function clearChanges({ changed }: Lane): void {
  changed.deployments.clear();
  changed.changes.clear();
}

function sameStanding(a: Standing | undefined, b: Standing | undefined): boolean {
  return (
    a?.status === b?.status &&
    a?.previousVersion === b?.previousVersion &&
    a?.rolledBackMs === b?.rolledBackMs &&
    a?.rolledBackBy === b?.rolledBackBy &&
    a?.undoneMs === b?.undoneMs
  );
}

function sameChange(a: Change | undefined, b: Change | undefined): boolean {
  return a?.version === b?.version && a?.deployment === b?.deployment;
}
