import { describe, expect, it } from 'vitest';
import { evolve, type Lifecycle, type Report } from './lifecycle.ts';

function fold(...reports: Report[]): Lifecycle | undefined {
  return reports.reduce<Lifecycle | undefined>(evolve, undefined);
}

describe('the lifecycle of a deployment', () => {
  it('goes from pending over in-progress to success', () => {
    const life = fold(
      { atMs: 1, status: 'pending' },
      { atMs: 2, status: 'in-progress' },
      { atMs: 5, status: 'success' },
    );
    expect(life).toMatchObject({ status: 'success', createdMs: 1, startedMs: 2, finishedMs: 5, disputed: false });
  });

  it('takes a claimed start over the first report of progress', () => {
    const life = fold({ atMs: 3, status: 'in-progress' }, { atMs: 9, status: 'success', startedMs: 2 });
    expect(life).toMatchObject({ startedMs: 2, createdMs: 2 });
  });

  it('is disputed when two ends contradict one another, and the later one counts', () => {
    const life = fold({ atMs: 1, status: 'success' }, { atMs: 2, status: 'failure' });
    expect(life).toMatchObject({ status: 'failure', finishedMs: 2, disputed: true });
  });

  it('is not disputed when the same end is reported twice, and keeps the first time', () => {
    const life = fold({ atMs: 1, status: 'success' }, { atMs: 2, status: 'success' });
    expect(life).toMatchObject({ finishedMs: 1, disputed: false });
  });

  it('is disputed when it goes on after its end', () => {
    const life = fold({ atMs: 1, status: 'success' }, { atMs: 2, status: 'in-progress' });
    expect(life).toMatchObject({ status: 'success', disputed: true });
  });

  it('is disputed when separate reports say that it finished before it started', () => {
    const life = fold({ atMs: 1, status: 'pending', startedMs: 9 }, { atMs: 5, status: 'success' });
    expect(life).toMatchObject({ status: 'success', disputed: true });
  });

  it('is abandoned when nothing was heard after the last word', () => {
    const life = fold({ atMs: 1, status: 'in-progress' }, { atMs: 90, status: 'abandoned', lastHeardMs: 1 });
    expect(life).toMatchObject({ status: 'abandoned', finishedMs: 90 });
  });

  it('yields from abandoned to an end that happened before, without a dispute', () => {
    const life = fold(
      { atMs: 1, status: 'in-progress' },
      { atMs: 2, status: 'success' },
      { atMs: 90, status: 'abandoned', lastHeardMs: 1 },
    );
    expect(life).toMatchObject({ status: 'success', finishedMs: 2, disputed: false });
  });

  it('yields from abandoned to an end that happens after, without a dispute', () => {
    const life = fold(
      { atMs: 1, status: 'in-progress' },
      { atMs: 90, status: 'abandoned', lastHeardMs: 1 },
      { atMs: 99, status: 'failure' },
    );
    expect(life).toMatchObject({ status: 'failure', finishedMs: 99, disputed: false });
  });

  it('yields from abandoned to a word of progress that the abandonment did not know', () => {
    const life = fold(
      { atMs: 1, status: 'in-progress' },
      { atMs: 50 },
      { atMs: 90, status: 'abandoned', lastHeardMs: 1 },
    );
    expect(life).toMatchObject({ status: 'in-progress', finishedMs: null });
  });

  it('goes on where it was when something is said of it after it was abandoned', () => {
    const abandoned = { atMs: 90, status: 'abandoned' as const, lastHeardMs: 1 };
    const begun = fold({ atMs: 1, status: 'in-progress' }, abandoned, { atMs: 99 });
    expect(begun).toMatchObject({ status: 'in-progress', finishedMs: null, lastHeardMs: 99, disputed: false });
    expect(fold({ atMs: 1, status: 'pending' }, abandoned, { atMs: 99 })).toMatchObject({ status: 'pending' });
  });
});
