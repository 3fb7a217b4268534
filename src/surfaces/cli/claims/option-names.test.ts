import { expect, test } from 'vitest';
import { parseClaim } from '../../../domain/claims/claim.ts';
import { LedgerError } from '../../../domain/errors.ts';
import { deploymentFields } from './deployment-options.ts';
import { inOptionNames } from './option-names.ts';

async function messageFor(claim: object): Promise<string> {
  try {
    await inOptionNames(deploymentFields, async () => parseClaim({ type: 'deployment', ...claim }));
    return 'accepted';
  } catch (error) {
    return error instanceof LedgerError ? error.message : 'a defect';
  }
}

const complete = { service: 'api', version: '1', environment: 'production' };

test.each([
  [{}, /^--service is missing$/],
  [{ ...complete, startedAt: 'soon' }, /^--started: "soon" is not a time/],
  [{ ...complete, finishedAt: 'soon' }, /^--completed: "soon"/],
  [{ ...complete, approvedBy: ['a', 'b\u0000'] }, /^--approved-by: holds a control character/],
  [{ ...complete, status: 'sucess' }, /^--status: unknown status "sucess"; did you mean "success"\?/],
  [{ ...complete, window: 'noon' }, /^--window: "noon" is not a window/],
])('says what is wrong with %j in the words of the command line', async (claim, message) => {
  expect(await messageFor(claim)).toMatch(message);
});

async function rethrown(error: Error): Promise<unknown> {
  return inOptionNames(deploymentFields, () => Promise.reject(error)).catch((thrown: unknown) => thrown);
}

test('replaces names of fields inside a sentence and its hint', async () => {
  const error = new LedgerError('invalid', 'it is over, but finishedAt is later', { hint: 'leave startedAt out' });
  expect(await rethrown(error)).toMatchObject({
    message: 'it is over, but --completed is later',
    hint: 'leave --started out',
  });
});

test('leaves values alone, and words that are no field', async () => {
  const message = 'the deployment "finishedAt" of the service is unknown to GitHub';
  expect(await rethrown(new LedgerError('invalid', message, { field: 'service' }))).toMatchObject({ message });
});

test('passes other failures on as they are', async () => {
  const conflict = new LedgerError('conflict', 'startedAt: taken', { field: 'startedAt' });
  expect(await rethrown(conflict)).toBe(conflict);
  const defect = new TypeError('no');
  expect(await rethrown(defect)).toBe(defect);
});
