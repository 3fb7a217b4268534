import { expect, test } from 'vitest';
import { approvalOf } from './approval.ts';

const whole = { parentId: null };

test('tells whether somebody other than the initiator approved', () => {
  expect(approvalOf({ ...whole, initiator: 'actor-a', approvedBy: ['actor-a', 'actor-b'] })).toBe('another');
  expect(approvalOf({ ...whole, initiator: 'actor-a', approvedBy: ['actor-a'] })).toBe('only-initiator');
});

test('never guesses what is not recorded', () => {
  expect(approvalOf({ ...whole, initiator: 'actor-a', approvedBy: [] })).toBe('nobody');
  expect(approvalOf({ ...whole, initiator: null, approvedBy: ['actor-b'] })).toBe('unknown');
  expect(approvalOf({ parentId: 'd1', initiator: 'actor-a', approvedBy: [] })).toBe('with-parent');
});
