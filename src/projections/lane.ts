import { isDeployed } from '../domain/lifecycle.ts';
import type { Status } from '../domain/vocabulary.ts';
import type { Member } from './lane-members.ts';
import type { DeploymentState, LaneChange, RollbackRow, RunningRow, Standing } from './rows.ts';

/** That something else runs in one region of the lane from a moment on. */
export type Change = Pick<LaneChange, 'region' | 'sinceMs' | 'version' | 'deployment'>;
export type Begin = Change & Pick<RunningRow, 'version'>;

/**
 * What runs where in one service × environment, folded over its members in order of time: which deployment ran when, and what
 * became of each one. A rollback undoes the deployment that was running when it happened.
 */
export interface Lane {
  /** What runs in each region. */
  readonly running: Map<string, Begin>;
  readonly standings: Map<string, Standing>;
  /** Finished deployments, oldest first. */
  readonly finished: DeploymentState[];
  /** Deployments by their parent in this lane. */
  readonly targets: Map<string, string[]>;
  readonly members: Map<string, DeploymentState>;
  /** Whether the members before the first are missing: then a rollback that looks further back cannot be folded. */
  readonly truncated: boolean;
  /** What changed, by region and moment. */
  readonly changes: Map<string, Change>;
  /** Deployments and changes (by key) that are not what they were when these sets were last emptied. */
  readonly changed: { readonly deployments: Set<string>; readonly changes: Set<string> };
}

/** A rollback looked for something before the first member: fold again with more of them. */
export class LaneTooShort extends Error {}

/**
 * Over how many finished deployments a rollback looks back for the one that it undoes, and from there for the one that it goes back to:
 * what is not among them counts as unknown. So a rollback to a version that never ran costs the same in every lane.
 */
const farthestBack = 256;

/** An empty lane, or one whose earlier members are left out and had led to what runs `before`. */
export function emptyLane(before: readonly Begin[], truncated: boolean): Lane {
  return {
    running: new Map(before.map((begin) => [begin.region, begin])),
    standings: new Map(),
    finished: [],
    targets: new Map(),
    members: new Map(),
    truncated,
    changes: new Map(),
    changed: { deployments: new Set(), changes: new Set() },
  };
}

export function changeKey({ region, sinceMs }: Pick<Change, 'region' | 'sinceMs'>): string {
  return `${sinceMs} ${region}`;
}

/** Takes the next member into account, in place. Members come in the order of compareMembers. */
export function extendLane(lane: Lane, member: Member): void {
  switch (member.kind) {
    case 'deployment':
      deploy(lane, member.deployment);
      break;
    case 'rollback':
      rollBack(lane, member.rollback);
      break;
    case 'removal': {
      const { region, atMs } = member.removal;
      for (const name of region === '' ? [...lane.running.keys()] : [region]) end(lane, name, atMs);
    }
  }
}

function deploy(lane: Lane, deployment: DeploymentState): void {
  const { id, region, outcome, parentId } = deployment;
  lane.members.set(id, deployment);
  const before = lane.running.get(region)?.version;
  stand(lane, id, {
    status: outcome,
    previousVersion: deployment.claimedPrevious ?? before ?? null,
    rolledBackMs: null,
    rolledBackBy: null,
    undoneMs: null,
  });
  if (parentId !== null) lane.targets.set(parentId, [...new Set(lane.targets.get(parentId)).add(id)]);
  if (deployment.finishedMs !== null) lane.finished.push(deployment);
  if (isDeployed(outcome) && !hasDeployedTargets(lane, id)) {
    begin(lane, { region, sinceMs: deployment.atMs, version: deployment.version, deployment: id });
  }
  settleParent(lane, id);
  settleParent(lane, parentId);
}

/** The regions and slots of a deployment run its version; a parent of such targets runs nowhere by itself. */
function hasDeployedTargets(lane: Lane, id: string): boolean {
  return (lane.targets.get(id) ?? []).some((target) => isDeployed(lane.members.get(target)?.outcome ?? 'pending'));
}

function rollBack(lane: Lane, rollback: RollbackRow): void {
  for (const undone of undoneBy(lane, rollback)) {
    const standing = lane.standings.get(undone.id);
    if (standing === undefined) continue;
    const status = isDeployed(undone.outcome) ? 'rolled-back' : standing.status;
    stand(lane, undone.id, { ...standing, status, rolledBackMs: rollback.atMs, rolledBackBy: rollback.id });
    settleParent(lane, parentOf(lane, undone)?.id ?? null);
    const running = lane.running.get(undone.region);
    const carriedOut = rollback.carriedOutBy !== null && running?.deployment === rollback.carriedOutBy;
    const ran = running?.deployment === undone.id || running?.version === rollback.fromVersion;
    if (!ran && !carriedOut) continue;
    const target = skipBack(lane, rollback, undone);
    if (carriedOut) continue;
    const { region } = undone;
    const version = rollback.toVersion;
    begin(lane, { region, sinceMs: rollback.atMs, version, deployment: target?.id ?? null });
  }
}

/** The deployment that a rollback names, with its targets; else, in each region, the last one of the version it left. */
function undoneBy(lane: Lane, rollback: RollbackRow): DeploymentState[] {
  const named = rollback.deployment === null ? undefined : lane.members.get(rollback.deployment);
  if (rollback.deployment !== null && named === undefined && lane.truncated) throw new LaneTooShort();
  if (named !== undefined) {
    const targets = (lane.targets.get(named.id) ?? []).map((id) => lane.members.get(id));
    return [named, ...targets.filter((target) => target !== undefined)];
  }
  const wanted = rollback.region;
  const regions = wanted === '' ? regionsRunning(lane, rollback.fromVersion) : [wanted];
  const found = regions.map((region) => lastOf(lane, rollback.fromVersion, region));
  if (found.length === 0) found.push(lastOf(lane, rollback.fromVersion));
  const undone = found.filter((deployment) => deployment !== undefined);
  const parents = undone.map((target) => parentOf(lane, target));
  return [...undone, ...new Set(parents.filter((parent) => parent !== undefined))];
}

function parentOf(lane: Lane, { parentId }: DeploymentState): DeploymentState | undefined {
  if (parentId === null) return undefined;
  const parent = lane.members.get(parentId);
  if (parent === undefined && lane.truncated) throw new LaneTooShort();
  return parent;
}

function regionsRunning(lane: Lane, version: string): string[] {
  return [...lane.running.values()].filter((running) => running.version === version).map(({ region }) => region);
}

/** The last deployment of a version that no rollback undid, in one region or in any. */
function lastOf(lane: Lane, version: string, region?: string): DeploymentState | undefined {
  for (const candidate of finishedBefore(lane, lane.finished.length)) {
    const fits = candidate.version === version && (region === undefined || candidate.region === region);
    if (fits && lane.standings.get(candidate.id)?.rolledBackBy === null) return candidate;
  }
  return undefined;
}

/** The finished deployments before a place among them, latest first, as far as a rollback looks back. */
function* finishedBefore(lane: Lane, place: number): Generator<DeploymentState> {
  const farthest = place - farthestBack;
  for (let i = place - 1; i >= Math.max(0, farthest); i--) {
    const deployment = lane.finished[i];
    if (deployment !== undefined) yield deployment;
  }
  if (farthest < 0 && lane.truncated) throw new LaneTooShort();
}

/** Finds the deployment that a rollback goes back to; what was deployed between it and the one undone is undone too. */
function skipBack(lane: Lane, rollback: RollbackRow, undone: DeploymentState): DeploymentState | undefined {
  const skipped: DeploymentState[] = [];
  const place = lane.finished.findLastIndex(({ id }) => id === undone.id);
  if (place < 0) return undefined;
  for (const earlier of finishedBefore(lane, place)) {
    if (earlier.region !== undone.region || !isDeployed(earlier.outcome)) continue;
    if (earlier.version !== rollback.toVersion) {
      skipped.push(earlier);
      continue;
    }
    for (const { id } of skipped) {
      const standing = lane.standings.get(id);
      if (standing?.rolledBackBy === null)
        stand(lane, id, { ...standing, undoneMs: standing.undoneMs ?? rollback.atMs });
    }
    return earlier;
  }
  return undefined;
}

function begin(lane: Lane, change: Begin): void {
  lane.running.set(change.region, change);
  put(lane, change);
}

function end(lane: Lane, region: string, sinceMs: number): void {
  if (lane.running.delete(region)) put(lane, { region, sinceMs, version: null, deployment: null });
}

/** Of several changes at one moment the last counts. */
function put(lane: Lane, change: Change): void {
  const key = changeKey(change);
  lane.changes.set(key, change);
  lane.changed.changes.add(key);
}

function stand(lane: Lane, id: string, standing: Standing): void {
  lane.standings.set(id, standing);
  lane.changed.deployments.add(id);
}

/** Worst first: what a deployment with several targets amounts to. */
const worstFirst: readonly Status[] = [
  'failure',
  'rolled-back',
  'abandoned',
  'cancelled',
  'partial',
  'in-progress',
  'pending',
  'success',
];

/** A deployment stands as its worst target does, or as it was reported itself when that is worse. */
function settleParent(lane: Lane, id: string | null): void {
  const parent = id === null ? undefined : lane.members.get(id);
  const standing = parent && lane.standings.get(parent.id);
  if (parent === undefined || standing === undefined) return;
  const targets = (lane.targets.get(parent.id) ?? []).map((target) => lane.standings.get(target));
  const own = standing.rolledBackBy === null ? parent.outcome : standing.status;
  const all = [own, ...targets.map((target) => target?.status ?? 'success')];
  const status = worstFirst.find((worst) => all.includes(worst)) ?? own;
  if (status !== standing.status) stand(lane, parent.id, { ...standing, status });
}
