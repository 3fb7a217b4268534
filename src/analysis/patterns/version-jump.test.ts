import { expect, test } from 'vitest';
import { versionJump } from './version-jump.ts';

test.each([
  ['1.4.2', '2.0.0', 'major'],
  ['1.4.2', '1.5.0', 'minor'],
  ['1.4.2', '1.4.3', 'patch'],
  ['v1.4', '1.4.1', 'patch'],
  ['v1.9.0', 'v1.10.0', 'minor'],
  ['web-1.0.0', 'web-1.1.0', 'minor'],
  ['1', '1.1', 'minor'],
  ['1.4.2', '1.4.1', 'downgrade'],
  ['2.0.0', '1.9.9', 'downgrade'],
  ['1.4.2', '1.4.2', 'same'],
  ['1.4.2+build1', '1.4.2+build2', 'same'],
  ['1.4.2-rc.1', '1.4.2', 'patch'],
  ['1.4.2', '1.4.2-rc.1', 'downgrade'],
  ['1.4.2-rc.1', '1.4.2-rc.2', 'unknown'],
  ['1.4.2-rc.1', '1.5.0-rc.1', 'minor'],
  ['release_122', 'release_123', 'next'],
  ['release_122', 'release_125', 'skipping'],
  ['release_123', 'release_122', 'downgrade'],
  ['41', '42', 'next'],
  ['release_122', 'hotfix_123', 'unknown'],
  ['release_122', 'my-branch', 'unknown'],
  ['20260115', '20260116', 'unknown'],
  ['4f9c1aab', '1234567', 'unknown'],
  ['', '1.0.0', 'unknown'],
])('calls the way from %j to %j %s', (previous, version, jump) => {
  expect(versionJump(previous, version)).toBe(jump);
});

test('calls a deployment the first where no version was before', () => {
  expect(versionJump(null, '1.0.0')).toBe('first');
});

test('takes no time over a hostile version', () => {
  expect(versionJump(`${'1.'.repeat(500)}x`, '-'.repeat(1000))).toBe('unknown');
});
