import { expect, test } from 'vitest';
import { aChange } from '../../../test/support/changes.ts';
import { countEarlierChanges, pairOf } from './earlier-changes.ts';

test('counts what each person had done before in the same service', () => {
  const made = (initiator: string | null, service: string) => aChange({ initiator, service });
  const changes = [made('ann', 'api'), made('ann', 'web'), made('bob', 'api'), made('ann', 'api'), made(null, 'api')];
  expect(countEarlierChanges(changes, new Map())).toEqual([0, 0, 0, 1, null]);
  const before = new Map([[pairOf({ initiator: 'ann', service: 'api' }), 5]]);
  expect(countEarlierChanges(changes, before)).toEqual([5, 0, 0, 6, null]);
  expect(before.size).toBe(1);
});
