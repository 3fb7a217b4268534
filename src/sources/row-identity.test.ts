import { describe, expect, it } from 'vitest';
import { type RawRecord, rowIdentities, rowKey } from './row-identity.ts';

const row = {
  type: 'deployment',
  service: 'api',
  environment: 'production',
  version: '2.3.0',
  finishedAt: '2026-01-15',
};

describe('rowKey', () => {
  it('names what happened where and when, and nothing else about it', () => {
    expect(rowKey(row, 1)).toMatch(/^row:[0-9a-f]{64}:1$/);
    expect(rowKey({ ...row, message: 'first', replicas: 3 }, 1)).toBe(rowKey(row, 1));
    for (const other of ['service', 'environment', 'region', 'version', 'startedAt', 'finishedAt']) {
      expect(rowKey({ ...row, [other]: 'other' }, 1)).not.toBe(rowKey(row, 1));
    }
  });

  it('stays what it is, since ledgers hold it', () => {
    expect(rowKey(row, 1)).toBe('row:2c32dc4ea1c6f99a544486f9c7f07fcfd3b12c233acdfd4ad5634b17b5932af7:1');
  });

  it('does not take the text of one field for that of another', () => {
    expect(rowKey({ ...row, service: 'a","b' }, 1)).not.toBe(rowKey({ ...row, service: 'a', environment: 'b' }, 1));
    expect(rowKey({ type: 'rollback', fromVersion: '1' }, 1)).not.toBe(rowKey({ type: 'rollback', toVersion: '1' }, 1));
  });

  it('names what is no event by all it says, in whatever order', () => {
    const service = { type: 'service', name: 'api', dependsOn: ['db'] };
    expect(rowKey({ dependsOn: ['db'], name: 'api', type: 'service' }, 1)).toBe(rowKey(service, 1));
    expect(rowKey({ ...service, dependsOn: ['cache'] }, 1)).not.toBe(rowKey(service, 1));
  });
});

describe('rowIdentities', () => {
  it('numbers equal rows of one file, and gives a second reading of it the same keys', () => {
    const rows: RawRecord[] = [row, { ...row, version: '2.4.0' }, row];
    const keys = rows.map(rowIdentities()).map((claim) => claim.idempotencyKey);
    expect(keys).toEqual([rowKey(row, 1), rowKey({ ...row, version: '2.4.0' }, 1), rowKey(row, 2)]);
    expect(rows.map(rowIdentities()).map((claim) => claim.idempotencyKey)).toEqual(keys);
  });

  it('leaves a row alone that brings an id or a key', () => {
    const identify = rowIdentities();
    expect(identify({ ...row, id: 'deploy-1' })).toEqual({ ...row, id: 'deploy-1' });
    expect(identify({ ...row, idempotencyKey: 'k' })).toEqual({ ...row, idempotencyKey: 'k' });
    expect(identify({ ...row, id: null }).idempotencyKey).toBe(rowKey(row, 1));
  });
});
