import { describe, expect, it } from 'vitest';
import { randomOf } from './random.ts';
import { versionLine } from './versions.ts';

describe('versionLine', () => {
  it('only ever goes up, by patch, minor and major versions', () => {
    const line = versionLine([1, 2, 3]);
    const random = randomOf('line');
    const versions = Array.from({ length: 300 }, (_, i) => (i % 20 === 19 ? line.hotfix() : line.release(random)));
    const sortable = versions.map((version) =>
      version
        .split('.')
        .map((part) => part.padStart(5, '0'))
        .join('.'),
    );
    expect(sortable).toEqual(sortable.toSorted());
    expect(new Set(versions).size).toBe(300);
    expect(Number(versions.at(-1)?.split('.')[0])).toBeGreaterThan(1);
  });

  it('builds a hotfix on the release before it, and the next release as a minor version', () => {
    const line = versionLine([1, 2, 3]);
    expect(line.hotfix()).toBe('1.2.4');
    expect(line.release(randomOf('next'))).toBe('1.3.0');
  });
});
