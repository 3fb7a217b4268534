import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasCode, LedgerError } from '../errors.ts';
import { parseClaim } from './claim.ts';

const deployment = { type: 'deployment', service: 'api', version: '2.3.0', environment: 'production' };

function refusal(input: unknown): LedgerError {
  try {
    parseClaim(input);
  } catch (error) {
    if (error instanceof LedgerError) return error;
  }
  throw new Error('it was accepted');
}

describe('a claim', () => {
  it('is taken as the contract shows it', () => {
    const claim = parseClaim({
      ...deployment,
      strategy: 'canary',
      status: 'success',
      startedAt: '2026-01-15T10:00:00Z',
      finishedAt: 1768471200,
      parentId: null,
      planned: true,
      approvedBy: ['alice'],
      artifact: 'sha256:0a',
      commits: [{ sha: 'ABCDEF', committedAt: '2026-01-14T09:00:00Z' }],
      progress: { percentage: 10 },
      window: '02:00-04:00 UTC',
      metadata: { anything: [1, { goes: true }] },
    });
    expect(claim).toMatchObject({ service: 'api', commits: [{ sha: 'abcdef' }] });
    expect(claim).not.toHaveProperty('parentId');
  });

  it("takes other tools' words for a status", () => {
    expect(parseClaim({ ...deployment, status: 'failed' })).toMatchObject({ status: 'failure' });
    expect(parseClaim({ ...deployment, status: 'IN_PROGRESS' })).toMatchObject({ status: 'in-progress' });
  });

  it('is refused with the nearest word when a status is unknown', () => {
    expect(refusal({ ...deployment, status: 'sucess' }).message).toContain('did you mean "success"?');
  });

  it('cannot say that a deployment was rolled back: a rollback says so', () => {
    expect(refusal({ ...deployment, status: 'rolled-back' })).toMatchObject({ code: 'invalid', field: 'status' });
  });

  it('is refused with the name of a field that nobody knows', () => {
    const { message, hint } = refusal({ ...deployment, enviroment: 'production' });
    expect(message).toBe('unknown field "enviroment"');
    expect(hint).toContain('"environment"');
  });

  it.each([
    ['service', undefined, 'service is missing'],
    ['service', '', 'service: is empty'],
    ['service', ' ', 'service: is empty'],
    ['service', 'a\u0000b', 'holds a control character'],
    ['service', '\ud800', 'half a surrogate pair'],
    ['service', 'x'.repeat(1025), 'is 1025 characters long'],
    ['version', 7, 'write it as a string'],
    ['startedAt', 'soon', '"soon" is not a time'],
    ['window', 'at night', '"at night" is not a window'],
    ['replicas', -1, 'replicas:'],
    ['artifact', 'latest', 'is not a digest'],
    ['commit', 'HEAD', 'is not a commit id'],
    ['message', 'a\u0007b', 'holds a control character'],
    ['message', 'x'.repeat(40_000), '32 KiB'],
  ])('is refused when %s is %j', (field, value, why) => {
    const error = refusal({ ...deployment, [field]: value });
    expect(error).toMatchObject({ code: 'invalid', field });
    expect(error.message).toContain(why);
  });

  it('keeps names in NFC, so that one name is one service', () => {
    expect(parseClaim({ ...deployment, service: 'cafe\u0301' })).toMatchObject({ service: 'caf\u00e9' });
  });

  it("refuses a person's address among the owners, which are kept in the clear", () => {
    const error = refusal({ type: 'service', name: 'api', owners: ['ann@example.com'] });
    expect(error.message).toContain("looks like a person's address");
  });

  it('names the record types when it is of none of them', () => {
    expect(refusal({ type: 'deploymnt' }).message).toContain('did you mean "deployment"?');
  });

  it('is refused as invalid and nothing else, whatever is thrown at it', () => {
    const types = ['deployment', 'rollback', 'incident', 'service', 'environment', 'correction', 'removal'];
    const anything = fc.oneof(
      fc.anything(),
      fc.record({ type: fc.constantFrom(...types), service: fc.anything(), name: fc.anything(), set: fc.anything() }),
    );
    fc.assert(
      fc.property(anything, (input) => {
        try {
          parseClaim(input);
        } catch (error) {
          expect(hasCode(error, 'invalid')).toBe(true);
        }
      }),
    );
  });
});
