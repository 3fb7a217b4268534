import { isDeployed } from '../domain/lifecycle.ts';
import { deploymentRow } from './deployment-row.ts';
import { type Begin, changeKey, emptyLane, extendLane, type Lane, LaneTooShort } from './lane.ts';
import { clearChanges, describeMember, keepDifferences, sameEffect } from './lane-changes.ts';
import { compareMembers, type Member, memberId } from './lane-members.ts';
import type { LaneRows } from './read-store.ts';
import type { RowChanges } from './row-changes.ts';
import type { DeploymentRow, LaneChange, RunningRow } from './rows.ts';

/** Members that a window keeps when it is trimmed. */
const keep = 16;

/**
 * The latest stretch of one lane in memory: its members, their fold, and the rows that the read models hold of it. A member that
 * comes last extends the fold; one that comes earlier folds the window again.
 */
export class LaneWindow {
  readonly service: string;
  readonly environment: string;
  #startMs: number;
  /** How many members it grows to before it is trimmed. */
  #most = 3 * keep;
  #before: readonly Begin[];
  #members: Member[];
  #fold: Lane;
  readonly #deploymentRows: Map<string, DeploymentRow>;
  readonly #runningRows: Map<string, LaneChange>;

  constructor(service: string, environment: string, rows: LaneRows) {
    this.service = service;
    this.environment = environment;
    this.#startMs = rows.startMs;
    this.#before = rows.running.filter((row): row is RunningRow => row.sinceMs < rows.startMs && row.version !== null);
    this.#members = membersOf(rows).sort(compareMembers);
    this.#deploymentRows = new Map(rows.deployments.map((row) => [row.id, row]));
    this.#runningRows = new Map(rows.running.map((row) => [changeKey(row), row]));
    this.#fold = foldMembers(this.#before, this.#truncated, this.#members);
    clearChanges(this.#fold);
  }

  /** Whether everything from this moment on is in the window, and so a change at it can be folded. */
  covers(ms: number): boolean {
    return this.#startMs < ms;
  }

  /** Whether the whole lane is in the window. */
  get isWhole(): boolean {
    return !this.#truncated;
  }

  get #truncated(): boolean {
    return this.#startMs > Number.NEGATIVE_INFINITY;
  }

  get length(): number {
    return this.#members.length;
  }

  holds(id: string): boolean {
    return this.#deploymentRows.has(id);
  }

  /**
   * Puts a member into the lane, in the place of the member of the same id, and writes down what fact `index` changed by it.
   * @throws LaneTooShort when the members before the window are needed: nothing was written down, but the window is of no more use.
   */
  put(member: Member, index: number, changes: RowChanges): void {
    const at = this.#placeOf(member);
    const old = this.#members[at];
    if (old?.kind === 'deployment' && member.kind === 'deployment' && sameEffect(old.deployment, member.deployment)) {
      this.#members[at] = member;
      describeMember(this.#fold, member.deployment);
    } else {
      this.#place(member, at);
    }
    this.#writeDown(index, changes);
    if (this.#members.length > this.#most) this.#trim();
  }

  /** Where the deployment of the same id stands; −1 for one that is new, as every rollback and removal is. */
  #placeOf(member: Member): number {
    if (member.kind !== 'deployment' || !this.#fold.members.has(member.deployment.id)) return -1;
    return this.#members.findLastIndex((other) => other.kind === 'deployment' && memberId(other) === memberId(member));
  }

  #place(member: Member, at: number): void {
    const [old] = at < 0 ? [] : this.#members.splice(at, 1);
    const last = this.#members.at(-1);
    const comesLast = last === undefined || compareMembers(last, member) < 0;
    if (comesLast) this.#members.push(member);
    else this.#members.splice(placeFor(this.#members, member), 0, member);
    if (comesLast && (old === undefined || this.#isWithoutEffect(old, member))) extendLane(this.#fold, member);
    else this.#foldAgain();
  }

  /** Whether the fold is what it would be without `old`, but for what `member` of the same id will put in its place. */
  #isWithoutEffect(old: Member, member: Member): boolean {
    if (old.kind !== 'deployment' || member.kind !== 'deployment') return false;
    const { id, finishedMs, outcome, parentId } = old.deployment;
    const happened = finishedMs !== null || isDeployed(outcome) || this.#fold.standings.get(id)?.rolledBackBy !== null;
    return !happened && parentId === member.deployment.parentId;
  }

  /** Takes a deployment out, because a correction moved it to another lane. */
  remove(id: string, index: number, changes: RowChanges): void {
    this.#members = this.#members.filter((member) => member.kind !== 'deployment' || memberId(member) !== id);
    this.#foldAgain();
    const row = this.#deploymentRows.get(id);
    if (row !== undefined) changes.remove('deployments', row, index);
    this.#deploymentRows.delete(id);
    this.#writeDown(index, changes);
  }

  /** Folds all members, and marks as changed what came out otherwise than before. */
  #foldAgain(): void {
    const before = this.#fold;
    this.#fold = foldMembers(this.#before, this.#truncated, this.#members);
    keepDifferences(this.#fold, before);
  }

  #writeDown(index: number, changes: RowChanges): void {
    const { changed, members, standings } = this.#fold;
    for (const id of changed.deployments) {
      const [state, standing] = [members.get(id), standings.get(id)];
      if (state === undefined || standing === undefined) continue;
      const row = deploymentRow(state, standing, index);
      this.#deploymentRows.set(id, changes.replace('deployments', this.#deploymentRows.get(id), row));
    }
    this.#writeChanges(index, changes);
    clearChanges(this.#fold);
  }

  #writeChanges(index: number, changes: RowChanges): void {
    const { service, environment } = this;
    const { changed, changes: laneChanges } = this.#fold;
    for (const key of changed.changes) {
      const change = laneChanges.get(key);
      const before = this.#runningRows.get(key);
      if (change !== undefined) {
        const { region, sinceMs, version, deployment } = change;
        const row = { service, environment, region, sinceMs, version, deployment, knownFrom: index, knownTo: null };
        this.#runningRows.set(key, changes.replace('running', before, row));
      } else if (before !== undefined) {
        changes.remove('running', before, index);
        this.#runningRows.delete(key);
      }
    }
  }

  /** Forgets the oldest members. */
  #trim(): void {
    const cut = placeToCut(this.#members, this.#members.length - keep);
    const start = this.#members[cut]?.atMs;
    if (cut === 0 || start === undefined) {
      this.#most *= 2;
      return;
    }
    const dropped = this.#members.slice(0, cut);
    const kept = this.#members.slice(cut);
    const before = [...foldMembers(this.#before, this.#truncated, dropped).running.values()];
    const fold = tryFold(before, kept);
    if (fold === undefined) {
      // A rollback among the kept looks further back: try again when there are more.
      this.#most *= 2;
      return;
    }
    this.#before = before;
    this.#startMs = start;
    this.#members = kept;
    this.#most = 3 * keep;
    this.#fold = fold;
    for (const member of dropped) this.#deploymentRows.delete(memberId(member));
    for (const [key, row] of this.#runningRows) {
      if (row.sinceMs < start) this.#runningRows.delete(key);
    }
    clearChanges(this.#fold);
  }
}

function membersOf(rows: LaneRows): Member[] {
  return [
    ...rows.deployments.map((row): Member => ({ kind: 'deployment', atMs: row.atMs, deployment: row })),
    ...rows.rollbacks.map((row): Member => ({ kind: 'rollback', atMs: row.atMs, rollback: row })),
    ...rows.removals.map((row): Member => ({ kind: 'removal', atMs: row.atMs, removal: row })),
  ];
}

function placeFor(members: readonly Member[], member: Member): number {
  const at = members.findIndex((other) => compareMembers(other, member) > 0);
  return at < 0 ? members.length : at;
}

/** The last place up to `latest` that splits no moment and leaves no target before its parent behind. */
function placeToCut(members: readonly Member[], latest: number): number {
  let cut = latest;
  while (cut > 0 && members[cut - 1]?.atMs === members[cut]?.atMs) cut--;
  const kept = new Set(members.slice(cut).map(memberId));
  const target = members.findIndex(
    (member, place) => place < cut && member.kind === 'deployment' && kept.has(member.deployment.parentId ?? ''),
  );
  return target < 0 ? cut : placeToCut(members, target);
}

function foldMembers(before: readonly Begin[], truncated: boolean, members: readonly Member[]): Lane {
  const lane = emptyLane(before, truncated);
  for (const member of members) extendLane(lane, member);
  return lane;
}

function tryFold(before: readonly Begin[], members: readonly Member[]): Lane | undefined {
  try {
    return foldMembers(before, true, members);
  } catch (error) {
    if (error instanceof LaneTooShort) return undefined;
    throw error;
  }
}
