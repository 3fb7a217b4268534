import { describe, expect, it } from 'vitest';
import { openTestLedger } from '../../../test/support/test-ledger.ts';
import { listEnvironments } from './list-environments.ts';
import { listServices } from './list-services.ts';

describe('the environments', () => {
  it('are the built-in ones and those registered, in the order of promotion and then of names', async () => {
    const ledger = await openTestLedger(0);
    await ledger.record(
      { type: 'environment', name: 'prod-us', tier: 'production' },
      { type: 'environment', name: 'canary', tier: 'production', order: 45, limit: '2h' },
    );
    const environments = await listEnvironments(ledger.store);
    expect(environments.map(({ name }) => name)).toEqual([
      'development',
      'test',
      'preview',
      'staging',
      'canary',
      'prod-us',
      'production',
    ]);
    expect(environments[4]).toEqual({
      name: 'canary',
      tier: 'production',
      order: 45,
      limitMs: 7_200_000,
      registered: true,
    });
  });

  it('are replaced by a registration of the same name', async () => {
    const ledger = await openTestLedger(0);
    await ledger.record({ type: 'environment', name: 'preview', tier: 'staging', order: 5 });
    const [first, ...others] = await listEnvironments(ledger.store);
    expect(first).toMatchObject({ name: 'preview', tier: 'staging', registered: true });
    expect(others.map(({ name }) => name)).not.toContain('preview');
  });
});

describe('the services', () => {
  it('are those registered and those only deployed, by the code points of their names', async () => {
    const ledger = await openTestLedger(0);
    await ledger.record(
      { type: 'service', name: '\u{1f680}', serviceType: 'microservice', dependsOn: ['db'], owners: ['team-a'] },
      { type: 'deployment', service: '\uff21', version: '1', environment: 'production' },
    );
    const services = await listServices(ledger.store);
    expect(services.map(({ name, registered }) => [name, registered])).toEqual([
      ['\uff21', false],
      ['\u{1f680}', true],
    ]);
    expect(Object.keys(services[0] ?? {})).not.toContain('knownFrom');
  });
});
