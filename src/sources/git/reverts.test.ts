import { describe, expect, it } from 'vitest';
import { CommitGraph } from './commit-graph.ts';
import { findReverts, revertClaim } from './reverts.ts';

const [first, second, third] = ['aaaaaaa1', 'aaaaaaa2', 'bbbbbbb3'].map((start) => start.padEnd(40, '0'));

function undoneBy(...shas: readonly string[]): readonly number[] | undefined {
  const graph = new CommitGraph();
  for (const sha of [first, second, third, 'f'.repeat(40)]) {
    graph.add({ sha: sha ?? '', tree: '', parents: [], seconds: 0, author: '' });
  }
  return findReverts(graph, new Map([[3, { subject: '', shas }]])).get(3)?.undone;
}

describe('findReverts', () => {
  it('finds the commits by whole and by cut ids', () => {
    expect(undoneBy(String(second), 'bbbbbbb', 'aaaaaaa1')).toEqual([1, 2, 0]);
  });

  it('takes a cut id that fits several commits, or none, for no commit', () => {
    expect(undoneBy('aaaaaaa')).toBeUndefined();
    expect(undoneBy('ccccccc')).toBeUndefined();
  });
});

describe('revertClaim', () => {
  it.each([
    [`Revert "x"\n\nThis reverts commit ${'1'.repeat(40)}.\n`, ['1'.repeat(40)]],
    [`Revert "x"\n\nThis reverts commit ${'2'.repeat(64)}, reversing\nchanges made to 1234567.\n`, ['2'.repeat(64)]],
    ['Revert "x"\n\nThis reverts commit 1a2b3c4 (x, 2026-01-01).\n', ['1a2b3c4']],
    ['Both\n\n* Reverts commit 1A2B3C4\n* Partially reverts commit 7654321\n', ['1a2b3c4', '7654321']],
  ])('reads %j', (message, shas) => {
    expect(revertClaim(Buffer.from(message))).toEqual({ subject: message.split('\n')[0], shas });
  });

  it.each([
    'Change',
    'This reverts commit messages to plain ones',
    'This reverts commit 123456',
    'Reverts acme/api#12',
  ])('reads none in %j', (message) => {
    expect(revertClaim(Buffer.from(message))).toBeUndefined();
  });
});
