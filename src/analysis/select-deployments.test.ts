import { describe, expect, it } from 'vitest';
import { deploymentRow, rollbackRow } from '../../test/support/rows.ts';
import type { Status } from '../domain/vocabulary.ts';
import { selectDeployments } from './select-deployments.ts';

const selected = (...[deployments, parents = [], rollbacks = []]: Partial<Parameters<typeof selectDeployments>>) => {
  const { counted, excluded } = selectDeployments(deployments ?? [], parents, rollbacks);
  return { counted: counted.map(({ id }) => id), excluded };
};

describe('the deployments that metrics count', () => {
  it('are those that ended in a success, a failure, a part or a rollback', () => {
    const statuses: Status[] = ['success', 'failure', 'partial', 'rolled-back', 'cancelled', 'abandoned'];
    expect(selected(statuses.map((status) => deploymentRow({ id: status, status })))).toEqual({
      counted: ['success', 'failure', 'partial', 'rolled-back'],
      excluded: { cancelled: 1, abandoned: 1 },
    });
  });

  it('have a finish', () => {
    const unfinished = deploymentRow({ status: 'in-progress', finishedMs: null });
    expect(selected([unfinished])).toEqual({ counted: [], excluded: { unfinished: 1 } });
  });

  it('are no targets of a deployment of the same service and environment, whose finish may lie outside the window', () => {
    const parent = deploymentRow({ id: 'all-regions' });
    const target = deploymentRow({ id: 'eu', parentId: 'all-regions' });
    expect(selected([parent, target])).toEqual({ counted: ['all-regions'], excluded: { target: 1 } });
    expect(selected([target], [parent])).toEqual({ counted: [], excluded: { target: 1 } });
  });

  it('may have a parent of another service or environment, such as a release', () => {
    const release = deploymentRow({ id: 'release', service: 'platform' });
    const staged = deploymentRow({ id: 'staged', environment: 'staging' });
    const ofRelease = deploymentRow({ id: 'a', parentId: 'release' });
    const promoted = deploymentRow({ id: 'b', parentId: 'staged' });
    expect(selected([ofRelease, promoted], [release, staged]).counted).toEqual(['a', 'b']);
    expect(selected([ofRelease]).counted).toEqual(['a']);
  });

  it('did not carry out a rollback', () => {
    const rollbacks = [rollbackRow({ carriedOutBy: 'back' }), rollbackRow({ carriedOutBy: null })];
    expect(selected([deploymentRow({ id: 'back' }), deploymentRow({ id: 'on' })], [], rollbacks)).toEqual({
      counted: ['on'],
      excluded: { 'carried-out-rollback': 1 },
    });
  });
});
