import fc from 'fast-check';
import { expect, it } from 'vitest';
import { matchesPattern } from './matches-pattern.ts';

it.each([
  [undefined, null, true],
  ['main', 'main', true],
  ['main', 'maintenance', false],
  ['release/*', 'release/2.3', true],
  ['release/*', 'release', false],
  ['*/api-*-eu', 'octocat/api-blue-eu', true],
  ['*-eu', null, false],
  ['aa*aa', 'aaa', false],
  ['a*b*c', 'a-c-b', false],
])('%j matches %j: %j', (pattern, name, verdict) => {
  expect(matchesPattern(pattern, name)).toBe(verdict);
});

it('takes whatever stands where a star is', () => {
  const parts = fc.array(fc.tuple(fc.stringMatching(/^[a-c]{0,3}$/), fc.stringMatching(/^[a-c]{0,3}$/)));
  fc.assert(
    fc.property(parts, (pairs) => {
      const pattern = pairs.map(([fixed]) => `${fixed}*`).join('');
      const name = pairs.map(([fixed, any]) => fixed + any).join('');
      expect(matchesPattern(pattern, name)).toBe(true);
    }),
  );
});
