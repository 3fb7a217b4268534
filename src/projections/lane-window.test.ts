import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deploymentRow, rollbackRow } from '../../test/support/rows.ts';
import { emptyLane, extendLane } from './lane.ts';
import type { Member } from './lane-members.ts';
import { LaneWindow } from './lane-window.ts';
import { RowChanges } from './row-changes.ts';
import type { DeploymentRow, DeploymentState, LaneChange, RollbackRow } from './rows.ts';

function deployment(id: string, atMs: number, version: string, more: Partial<DeploymentState> = {}): Member {
  const times = { startedMs: null, finishedMs: atMs, createdMs: atMs, lastHeardMs: atMs, atMs };
  return { kind: 'deployment', atMs, deployment: deploymentRow({ id, version, ...times, ...more }) };
}

function rollback(
  id: string,
  atMs: number,
  fromVersion: string,
  toVersion: string,
  more: Partial<RollbackRow> = {},
): Member {
  return { kind: 'rollback', atMs, rollback: rollbackRow({ id, atMs, fromVersion, toVersion, ...more }) };
}

function removal(atMs: number, region = ''): Member {
  const row = { service: 'api', environment: 'production', region, atMs, index: 0, knownFrom: 0, knownTo: null };
  return { kind: 'removal', atMs, removal: row };
}

function fold(members: readonly Member[]): { deployments: Map<string, DeploymentRow>; running: LaneChange[] } {
  const nothing = { startMs: Number.NEGATIVE_INFINITY, deployments: [], rollbacks: [], removals: [], running: [] };
  const window = new LaneWindow('api', 'production', nothing);
  const changes = new RowChanges();
  for (const [index, member] of members.entries()) window.put(member, index, changes);
  const deployments = new Map<string, DeploymentRow>();
  const running: LaneChange[] = [];
  for (const change of changes.take()) {
    if (!('opened' in change) || change.opened.knownTo !== null) continue;
    if (change.table === 'deployments') deployments.set(change.opened.id, change.opened);
    if (change.table === 'running') running.push(change.opened);
  }
  return { deployments, running: running.sort((a, b) => a.sinceMs - b.sinceMs || (a.region < b.region ? -1 : 1)) };
}

function changes(members: readonly Member[]): string[] {
  return fold(members).running.map(({ region, version, sinceMs }) => `${sinceMs} ${region}${version ?? 'nothing'}`);
}

describe('a lane', () => {
  it('runs each version from its finish until the next one', () => {
    expect(changes([deployment('a', 1, 'V1'), deployment('b', 5, 'V2')])).toEqual(['1 V1', '5 V2']);
  });

  it('does not run what failed', () => {
    const failed = deployment('b', 5, 'V2', { outcome: 'failure' });
    expect(changes([deployment('a', 1, 'V1'), failed])).toEqual(['1 V1']);
  });

  it('knows what ran before each deployment', () => {
    const { deployments } = fold([deployment('a', 1, 'V1'), deployment('b', 5, 'V2')]);
    expect(deployments.get('b')?.previousVersion).toBe('V1');
  });

  it('undoes with a rollback what ran, and marks what it skips on the way back', () => {
    const { deployments, running } = fold([
      deployment('a', 1, 'V1'),
      deployment('b', 2, 'V2'),
      deployment('c', 3, 'V3'),
      rollback('r', 4, 'V3', 'V1'),
    ]);
    expect(deployments.get('c')).toMatchObject({ status: 'rolled-back', rolledBackMs: 4, rolledBackBy: 'r' });
    expect(deployments.get('b')).toMatchObject({ status: 'success', undoneMs: 4 });
    expect(deployments.get('a')).toMatchObject({ status: 'success', undoneMs: null });
    expect(running.at(-1)).toMatchObject({ version: 'V1', deployment: 'a', sinceMs: 4 });
  });

  it('lets a failed deployment carry a rollback and stay failed', () => {
    const { deployments, running } = fold([
      deployment('a', 1, 'V1'),
      deployment('b', 2, 'V2', { outcome: 'failure' }),
      rollback('r', 3, 'V2', 'V1'),
    ]);
    expect(deployments.get('b')).toMatchObject({ status: 'failure', rolledBackBy: 'r' });
    expect(running).toHaveLength(1);
  });

  it('goes back to a version that nobody recorded without inventing its deployment', () => {
    expect(fold([deployment('b', 2, 'V2'), rollback('r', 3, 'V2', 'V1')]).running.at(-1)).toMatchObject({
      version: 'V1',
      deployment: null,
    });
  });

  it('looks back for what a rollback goes back to over 256 deployments and not farther', () => {
    const later = Array.from({ length: 256 }, (_, i) => deployment(`d${i}`, 2 + i, `V${2 + i}`));
    const rolledBackTo = (members: readonly Member[]) => {
      const lane = emptyLane([], false);
      for (const member of [...members, rollback('r', 999, 'V257', 'V1')]) extendLane(lane, member);
      return lane.running.get('');
    };
    expect(rolledBackTo([deployment('a', 1, 'V1'), ...later])).toMatchObject({ version: 'V1', deployment: 'a' });
    const more = deployment('s', 1.5, 'V1.5');
    expect(rolledBackTo([deployment('a', 1, 'V1'), more, ...later])).toMatchObject({ version: 'V1', deployment: null });
  });

  it('folds a rollback to a version that never ran without the beginning of the lane', () => {
    const rows = Array.from({ length: 300 }, (_, i) => deployment(`d${i}`, 2 + i, `V${2 + i}`)).map(
      (member) => (member.kind === 'deployment' ? member.deployment : undefined) as DeploymentRow,
    );
    const window = new LaneWindow('api', 'production', {
      startMs: 2,
      deployments: rows,
      rollbacks: [],
      removals: [],
      running: [],
    });
    expect(() => window.put(rollback('r', 999, 'V301', 'never'), 1, new RowChanges())).not.toThrow();
  });

  it('does not count the deployment that carried a rollback out as undone by it', () => {
    const { deployments, running } = fold([
      deployment('a', 1, 'V1'),
      deployment('s', 1.5, 'V1.5'),
      deployment('b', 2, 'V2'),
      deployment('c', 3, 'V1'),
      rollback('r', 4, 'V2', 'V1', { carriedOutBy: 'c' }),
    ]);
    expect(deployments.get('b')?.status).toBe('rolled-back');
    expect(deployments.get('s')?.undoneMs).toBe(4);
    expect(deployments.get('c')?.status).toBe('success');
    expect(running.at(-1)).toMatchObject({ version: 'V1', deployment: 'c', sinceMs: 3 });
  });

  it('rolls back every region that ran the version when none is named', () => {
    const { running } = fold([
      deployment('a', 1, 'V1', { region: 'eu' }),
      deployment('b', 1, 'V1', { region: 'us' }),
      deployment('c', 2, 'V2', { region: 'eu' }),
      deployment('d', 2, 'V2', { region: 'us' }),
      rollback('r', 3, 'V2', 'V1'),
    ]);
    expect(running.slice(-2)).toMatchObject([
      { region: 'eu', version: 'V1', sinceMs: 3 },
      { region: 'us', version: 'V1', sinceMs: 3 },
    ]);
  });

  it('stops running what was removed', () => {
    expect(changes([deployment('a', 1, 'V1'), removal(4)])).toEqual(['1 V1', '4 nothing']);
  });

  it('changes nothing by the removal of what does not run', () => {
    expect(changes([removal(4), removal(5, 'eu')])).toEqual([]);
  });

  it('lets the worst target decide what becomes of their parent, which runs nowhere itself', () => {
    const { deployments, running } = fold([
      deployment('eu', 1, 'V1', { region: 'eu', parentId: 'p' }),
      deployment('us', 2, 'V1', { region: 'us', parentId: 'p', outcome: 'failure' }),
      deployment('p', 3, 'V1'),
    ]);
    expect(deployments.get('p')?.status).toBe('failure');
    expect(running.map(({ region }) => region)).toEqual(['eu']);
  });

  it('comes to the same in any order of arrival', () => {
    const member = fc
      .record({
        at: fc.integer({ min: 1, max: 12 }),
        version: fc.integer({ min: 1, max: 4 }),
        to: fc.integer({ min: 1, max: 4 }),
        region: fc.constantFrom('', 'eu', 'us'),
        kind: fc.constantFrom('deploy', 'deploy', 'deploy', 'fail', 'target', 'pending', 'rollback', 'removal'),
      })
      .map(({ at, version, to, region, kind }) => (id: string): Member => {
        const name = `V${version}`;
        if (kind === 'rollback') return rollback(id, at, name, `V${to}`, { region });
        if (kind === 'removal') return removal(at + 100 * Number(id), region);
        if (kind === 'fail') return deployment(id, at, name, { region, outcome: 'failure' });
        if (kind === 'target') return deployment(id, at, name, { region, parentId: '0' });
        if (kind === 'pending') return deployment(id, at, name, { region, outcome: 'pending', finishedMs: null });
        return deployment(id, at, name, { region });
      });
    const arrivals = fc
      .array(member, { minLength: 1, maxLength: 12 })
      .map((makers) => makers.map((make, i) => make(String(i))))
      .chain((members) => fc.tuple(fc.constant(members), fc.shuffledSubarray(members, { minLength: members.length })));
    fc.assert(
      fc.property(arrivals, ([members, shuffled]) => {
        expect(timeless(fold(shuffled))).toEqual(timeless(fold(members)));
      }),
      { numRuns: 1000 },
    );
  });
});

function timeless({ deployments, running }: ReturnType<typeof fold>) {
  const rows = [...deployments.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    deployments: rows.map(({ knownFrom, ...row }) => row),
    running: running.map(({ knownFrom, ...row }) => row),
  };
}
