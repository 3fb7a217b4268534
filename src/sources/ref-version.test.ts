import { describe, expect, it } from 'vitest';
import { versionOfRef } from './ref-version.ts';

const commit = 'a84d88e7554fc1fa21bcbc4efae3c782a70d2b9d';

describe('versionOfRef', () => {
  it('takes a tag for the version', () => {
    const tags = ['v2.3.0', '2.3.0-rc.1', '2026.01.15', 'v7', '1.0', 'api-2.3.0', 'my-api_v2.3.0', '@scope/api@2.3.0'];
    for (const tag of tags) expect(versionOfRef(tag, commit)).toBe(tag);
    expect(versionOfRef('refs/tags/spring', commit)).toBe('spring');
  });

  it('takes the commit where the ref is a branch or the commit itself', () => {
    const branches = [
      'main',
      'refs/heads/main',
      'release/2.3.0',
      'release-2.3',
      'dependabot/npm/left-pad-1.3.0',
      'feature-9',
    ];
    for (const ref of [...branches, commit, 'a84d88e', '12345678'])
      expect(versionOfRef(ref, commit)).toBe('a84d88e7554f');
  });

  it('believes whoever knows whether it is a tag', () => {
    expect(versionOfRef('spring', commit, true)).toBe('spring');
    expect(versionOfRef('v2.3.0', commit, false)).toBe('a84d88e7554f');
  });
});
