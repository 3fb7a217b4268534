import type { DeploymentFact, DeploymentShipped } from '../domain/facts/deployment.ts';
import type { Fact } from '../domain/facts/fact.ts';
import type { IncidentFact, RollbackRecorded, ServiceRemoved } from '../domain/facts/other.ts';
import { instantMs } from '../domain/instant.ts';
import { isFinal } from '../domain/lifecycle.ts';
import { deploymentRow } from './deployment-row.ts';
import { foldDeployment } from './fold-deployment.ts';
import { foldIncident } from './fold-incident.ts';
import { foldEnvironment, foldService } from './fold-registrations.ts';
import { LaneTooShort } from './lane.ts';
import { sameEffect } from './lane-changes.ts';
import type { Member } from './lane-members.ts';
import { LaneWindow } from './lane-window.ts';
import type { LaneRows, ProjectionPort } from './read-store.ts';
import { knownFrom, RowChanges } from './row-changes.ts';
import type { DeploymentState, RollbackRow } from './rows.ts';
import { Stories } from './stories.ts';

/** Lane members that stay in memory between batches, some 500 bytes each. */
const mostMembers = 20_000;

/**
 * Folds facts, one by one in the order of the log, into the changes of the read models. What it has read it keeps in memory for
 * the next batch, so one projector serves one ledger, and must `forget` when somebody else wrote or a transaction failed.
 */
export class Projector {
  #lanes = new Map<string, LaneWindow>();
  readonly stories = new Stories();
  readonly #changes = new RowChanges();

  forget(): void {
    this.#lanes = new Map();
    this.stories.forget();
    this.#changes.take();
  }

  /** Folds one fact; nothing is written before `flush`. */
  async apply(port: ProjectionPort, fact: Fact, index: number): Promise<void> {
    switch (fact.type) {
      case 'deployment.recorded':
        await this.#seeService(port, fact.data.service, index);
        return this.#applyDeployment(port, fact, index);
      case 'deployment.shipped':
        return this.#applyShipped(fact, index);
      case 'deployment.advanced':
      case 'deployment.finished':
      case 'deployment.abandoned':
      case 'deployment.corrected':
        return this.#applyDeployment(port, fact, index);
      case 'rollback.recorded':
        return this.#applyRollback(port, fact, index);
      case 'service.removed':
        return this.#applyRemoval(port, fact, index);
      case 'incident.opened':
      case 'incident.attributed':
      case 'incident.resolved':
        return this.#applyIncident(port, fact, index);
      case 'service.registered':
      case 'environment.registered':
        return this.#applyRegistration(port, fact, index);
      case 'actor.erased':
      case 'token.created':
      case 'token.revoked':
        return;
    }
  }

  /** Writes what the facts since the last flush changed. */
  async flush(port: ProjectionPort): Promise<void> {
    if (this.#changes.size > 0) await port.project(this.#changes.take());
  }

  /** Lets go of what has been in memory longest, once there is too much of it. To be called between batches. */
  trim(): void {
    let members = 0;
    for (const lane of this.#lanes.values()) members += lane.length;
    for (const [key, lane] of this.#lanes) {
      if (members <= mostMembers) break;
      this.#lanes.delete(key);
      members -= lane.length;
    }
    this.stories.trim();
  }

  async #applyDeployment(port: ProjectionPort, fact: DeploymentFact, index: number): Promise<void> {
    const { deployment } = fact.data;
    const isNew = fact.type === 'deployment.recorded';
    const facts = isNew
      ? this.stories.newDeployment(deployment)
      : await this.stories.deployment(port, deployment, index);
    const before = foldDeployment(facts);
    facts.push({ index, fact });
    const after = foldDeployment(facts);
    if (after === undefined) return;
    if (isFinal(after.outcome)) this.stories.end(deployment);
    const lane = this.#lanes.get(laneKey(after));
    const moved = before !== undefined && laneKey(before) !== laneKey(after);
    const hasNoEffect = before !== undefined && !moved && sameEffect(before, after);
    if (hasNoEffect && !lane?.holds(after.id)) {
      await this.#describe(port, after, index);
      return;
    }
    if (moved) await this.#inLane(port, before, before.atMs, (lane) => lane.remove(before.id, index, this.#changes));
    const member: Member = { kind: 'deployment', atMs: after.atMs, deployment: after };
    const earliest = hasNoEffect ? after.atMs : await this.#earliestConcerned(port, moved ? undefined : before, after);
    await this.#inLane(port, after, earliest, (lane) => lane.put(member, index, this.#changes));
  }

  /** Something new about a deployment that changes nothing in its lane. */
  async #describe(port: ProjectionPort, after: DeploymentState, index: number): Promise<void> {
    await this.flush(port);
    const [row] = await port.currentDeployments([after.id]);
    if (row === undefined) return;
    this.#changes.replace('deployments', row, deploymentRow(after, row, index));
  }

  /** The earliest moment of a lane that a new state of a deployment can touch: its old place, its parent, its targets. */
  async #earliestConcerned(
    port: ProjectionPort,
    before: DeploymentState | undefined,
    after: DeploymentState,
  ): Promise<number> {
    let earliest = Math.min(before?.atMs ?? after.atMs, after.atMs);
    const lane = this.#lanes.get(laneKey(after));
    if (lane?.isWhole) return earliest;
    if (after.parentId !== null || this.#changes.hasTargetOf(after.id)) await this.flush(port);
    const family = await port.currentTargets([after.id]);
    if (after.parentId !== null) family.push(...(await port.currentDeployments([after.parentId])));
    for (const relative of family) {
      if (laneKey(relative) === laneKey(after)) earliest = Math.min(earliest, relative.atMs);
    }
    return earliest;
  }

  #applyShipped({ data }: DeploymentShipped, index: number): void {
    for (const [commit, committedMs] of new Map(
      data.commits.map((shipped) => [shipped.sha, instantMs(shipped.committedAt)]),
    )) {
      const row = { deployment: data.deployment, commit, committedMs, ...knownFrom(index) };
      this.#changes.replace('commits', undefined, row);
    }
  }

  async #applyRollback(port: ProjectionPort, fact: RollbackRecorded, index: number): Promise<void> {
    const rollback = rollbackOf(fact, index);
    const member: Member = { kind: 'rollback', atMs: rollback.atMs, rollback };
    await this.#inLane(port, rollback, rollback.atMs, (lane) => lane.put(member, index, this.#changes));
    this.#changes.replace('rollbacks', undefined, rollback);
  }

  async #applyRemoval(port: ProjectionPort, fact: ServiceRemoved, index: number): Promise<void> {
    const { service, environment, region = '' } = fact.data;
    const removal = { service, environment, region, atMs: instantMs(fact.occurredAt), index, ...knownFrom(index) };
    const member: Member = { kind: 'removal', atMs: removal.atMs, removal };
    await this.#inLane(port, removal, removal.atMs, (lane) => lane.put(member, index, this.#changes));
    this.#changes.replace('removals', undefined, removal);
  }

  async #applyIncident(port: ProjectionPort, fact: IncidentFact, index: number): Promise<void> {
    const story = await this.stories.incident(port, fact.data.incident, index);
    story.facts.push({ index, fact });
    const content = foldIncident(story.facts);
    if (content === undefined) return;
    story.row = this.#changes.replace('incidents', story.row, { ...content, ...knownFrom(index) });
  }

  async #applyRegistration(
    port: ProjectionPort,
    fact: Extract<Fact, { type: 'service.registered' | 'environment.registered' }>,
    index: number,
  ): Promise<void> {
    if (fact.type === 'service.registered') {
      const story = await this.stories.service(port, fact.data.service, index);
      story.facts.push(fact);
      const row = { ...foldService(fact.data.service, story.facts), ...knownFrom(index) };
      story.row = this.#changes.replace('services', story.row, row);
      return;
    }
    const story = await this.stories.environment(port, fact.data.environment, index);
    story.facts.push(fact);
    const content = foldEnvironment(story.facts);
    if (content === undefined) return;
    story.row = this.#changes.replace('environments', story.row, { ...content, ...knownFrom(index) });
  }

  /** A service that is deployed is known, registered or not. */
  async #seeService(port: ProjectionPort, name: string, index: number): Promise<void> {
    const story = await this.stories.service(port, name, index);
    if (story.row === undefined) {
      story.row = this.#changes.replace('services', undefined, { ...foldService(name, []), ...knownFrom(index) });
    }
  }

  /** Works on a lane whose window reaches back far enough: before `coverMs`, and as far as a rollback has to look. */
  async #inLane(
    port: ProjectionPort,
    of: { readonly service: string; readonly environment: string },
    coverMs: number,
    work: (lane: LaneWindow) => void,
  ): Promise<void> {
    const key = laneKey(of);
    for (let latest = 1; ; latest *= 8) {
      try {
        let lane = this.#lanes.get(key);
        if (lane === undefined || !lane.covers(coverMs)) {
          await this.flush(port);
          const rows = await port.lane(of.service, of.environment, latest > 4096 ? undefined : latest);
          if (await lacksTargets(port, rows)) continue;
          lane = new LaneWindow(of.service, of.environment, rows);
        }
        if (!lane.covers(coverMs)) continue;
        this.#lanes.delete(key);
        work(lane);
        this.#lanes.set(key, lane);
        return;
      } catch (error) {
        if (!(error instanceof LaneTooShort)) throw error;
      }
    }
  }
}

/** Whether some deployment has a target that lies before the rows, though a parent cannot be folded without its targets. */
async function lacksTargets(port: ProjectionPort, { startMs, deployments }: LaneRows): Promise<boolean> {
  if (startMs === Number.NEGATIVE_INFINITY) return false;
  const lanes = new Map(deployments.map((row) => [row.id, laneKey(row)]));
  const targets = await port.currentTargets([...lanes.keys()]);
  return targets.some((row) => row.atMs < startMs && lanes.get(row.parentId ?? '') === laneKey(row));
}

function laneKey(of: { readonly service: string; readonly environment: string }): string {
  return `${of.service}\u0000${of.environment}`;
}

function rollbackOf(fact: RollbackRecorded, index: number): RollbackRow {
  const { data } = fact;
  return {
    id: data.rollback,
    service: data.service,
    environment: data.environment,
    region: data.region ?? '',
    fromVersion: data.fromVersion,
    toVersion: data.toVersion,
    atMs: instantMs(fact.occurredAt),
    trigger: data.trigger,
    reasonCode: data.reasonCode ?? null,
    deployment: data.deployment ?? null,
    carriedOutBy: data.carriedOutBy ?? null,
    initiator: data.initiator?.actor ?? null,
    sealed: {
      reason: [index, '/data/reason'],
      ...(data.initiator === undefined ? {} : { initiator: [index, '/data/initiator'] as const }),
      ...(data.impact === undefined ? {} : { impact: [index, '/data/impact'] as const }),
    },
    index,
    recordedMs: instantMs(fact.recordedAt),
    ...knownFrom(index),
  };
}
