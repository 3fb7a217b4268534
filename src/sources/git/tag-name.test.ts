import { describe, expect, it } from 'vitest';
import { readTagName } from './tag-name.ts';

describe('readTagName', () => {
  it.each([
    'v1.2.3',
    '1.2',
    'V2.0',
    'v1',
    '42',
    '20240115',
    '2024.01.15',
    '2024-01-15',
    '2024a',
    'v1.2.3+build.7',
    '1.0.Final',
  ])('takes %s as a version of the repository, as it is written', (tag) => {
    const named = readTagName(tag);
    expect(named).toMatchObject({ service: undefined, looksLikeVersion: true, preRelease: false });
    expect(named.version.text).toBe(tag);
  });

  it.each([
    'release-1.2.3',
    'REL9_6_1',
    'rel/v3.1',
    'releases/2.0',
    'version-3.36.0',
    'prod-release-1.4',
    'release-7',
    'r42',
  ])('sees no service in %s', (tag) => {
    const named = readTagName(tag);
    expect(named).toMatchObject({ service: undefined, looksLikeVersion: true });
    expect(named.version.text).toBe(tag);
  });

  it.each([
    ['web@1.2.3', 'web', '1.2.3'],
    ['@scope/web@1.2.3', '@scope/web', '1.2.3'],
    ['@scope/2fa@1.2.3', '@scope/2fa', '1.2.3'],
    ['cmd/tool/v1.2.3', 'cmd/tool', 'v1.2.3'],
    ['log4j-2.17.1', 'log4j', '2.17.1'],
    ['web-v1.2.3-rc-1', 'web', 'v1.2.3-rc-1'],
    ['releases/gcc-11.2.0', 'gcc', '11.2.0'],
    ['curl-7_80_0', 'curl', '7_80_0'],
    ['OpenSSL_1_1_1k', 'OpenSSL', '1_1_1k'],
    ['web@7', 'web', '7'],
    ['🚀/v1.0', '🚀', 'v1.0'],
  ])('reads %s as service %s, version %s', (tag, service, version) => {
    const named = readTagName(tag);
    expect(named).toMatchObject({ service, looksLikeVersion: true });
    expect(named.version.text).toBe(version);
  });

  it.each([
    'v1.0.0-rc.1',
    '3.10.0b1',
    '1.0-M3',
    'v2.0.0.dev4',
    '1.0-SNAPSHOT',
    'web@1.0.0-next.4',
    'nightly-2024.01.15',
    'beta/1.2',
  ])('takes %s as not yet released', (tag) => {
    expect(readTagName(tag)).toMatchObject({ looksLikeVersion: true, preRelease: true });
  });

  it.each(['next@12.0.0', '1.1.1b', '1.0.0-hotfix1', '1.0.0+rc.1'])('takes %s as released', (tag) => {
    expect(readTagName(tag)).toMatchObject({ looksLikeVersion: true, preRelease: false });
  });

  it.each([
    'latest',
    'issue-42',
    'JIRA-1234',
    'pr/17',
    'backup-2020-01-01',
    '1a2b3c4d',
    '2nd-try',
    'before-refactoring',
    '発表',
  ])('sees no version in %s', (tag) => {
    const named = readTagName(tag);
    expect(named).toMatchObject({ service: undefined, looksLikeVersion: false });
    expect(named.version.text).toBe(tag);
  });
});
