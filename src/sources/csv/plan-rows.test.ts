import { describe, expect, it } from 'vitest';
import { claimsIn, inChunks } from '../../../test/support/file-readings.ts';
import { parseClaim } from '../../domain/claims/claim.ts';
import type { CsvOptions } from './plan-rows.ts';
import { readCsv } from './read-csv.ts';

const history = `deployed_at,environment,service,version,previous_version,kind,automated,commit
2026-01-15T10:00:00Z,staging,api,v2,v1,deploy,1,f46f242f
2026-01-15T11:00:00Z,staging,api,v1,v2,rollback,0,0d3ffae1
`;
const minimal = 'service,version,environment\n';

const claims = (file: string, options?: CsvOptions) => claimsIn(readCsv(inChunks(file), options));

describe('readCsv without a map', () => {
  it('takes each column for the field that its name means, and ignores the others', async () => {
    const [first] = await claims(history, { rollbackWhen: { column: 'kind', value: 'rollback' } });
    expect(first).toEqual({
      type: 'deployment',
      service: 'api',
      version: 'v2',
      previousVersion: 'v1',
      environment: 'staging',
      finishedAt: '2026-01-15T10:00:00Z',
      commit: 'f46f242f',
      idempotencyKey: expect.stringMatching(/^row:[0-9a-f]{64}:1$/),
    });
  });

  it('prefers a field’s own name to a synonym, and falls back on it where the cell is empty', async () => {
    const file = 'deployed_at,finished_at,app,tag,env\n2026-01-01,2026-01-02,api,1,test\n2026-01-03,,api,2,test\n';
    expect((await claims(file)).map((claim) => 'finishedAt' in claim && claim.finishedAt)).toEqual([
      '2026-01-02',
      '2026-01-03',
    ]);
  });

  it('reads rows of several types where a column says which', async () => {
    const file = `type,id,service,version,environment,opened_at,severity,dependsOn
deployment,d-1,api,2,production,,,
incident,i-1,api,,production,2026-01-15,critical,
service,,api,,,,,"db,cache"
`;
    expect(await claims(file)).toMatchObject([
      { type: 'deployment', id: 'd-1', version: '2' },
      { type: 'incident', id: 'i-1', severity: 'critical', openedAt: '2026-01-15' },
      { type: 'service', name: 'api', dependsOn: ['db', 'cache'] },
    ]);
  });

  it('reads the CSV of the original guile-deploy-ledger, in which the type is the strategy', async () => {
    const file = `id,service,version,environment,type,started,completed,status,initiator
"deploy-1","api","2.3.0","production","blue-green","2026-01-15T10:00:00Z","2026-01-15T10:15:00Z","success","system"
`;
    const [claim] = await claims(file);
    expect(parseClaim(claim)).toEqual({
      type: 'deployment',
      id: 'deploy-1',
      service: 'api',
      version: '2.3.0',
      environment: 'production',
      strategy: 'blue-green',
      startedAt: '2026-01-15T10:00:00Z',
      finishedAt: '2026-01-15T10:15:00Z',
      status: 'success',
      initiator: 'system',
    });
  });
});

describe('readCsv with a map', () => {
  it('reads the mapped columns and no others, whatever those are called', async () => {
    const map = { service: 'unit', version: 'build', environment: 'environment' };
    const file = 'unit,build,environment,region,status\napi,7,production,eu,exploded\n';
    const [{ idempotencyKey: _, ...claim } = {}] = (await claims(file, { map })) as Record<string, unknown>[];
    expect(claim).toEqual({ type: 'deployment', service: 'api', version: '7', environment: 'production' });
  });

  it('reads nested fields, numbers, booleans and lists', async () => {
    const map = {
      service: 's',
      version: 'v',
      environment: 'e',
      replicas: 'n',
      planned: 'p',
      approved_by: 'who',
      'progress.percentage': 'share',
      'metadata.team': 'team',
    };
    const [claim] = await claims('s,v,e,n,p,who,share,team\napi,1,test,5,no,"alice, bob",12.5,a\n', { map });
    expect(parseClaim(claim)).toMatchObject({
      replicas: 5,
      planned: false,
      approvedBy: ['alice', 'bob'],
      progress: { percentage: 12.5 },
      metadata: { team: 'a' },
    });
  });

  it('fills in constants where the row itself says nothing', async () => {
    const options = { constant: { environment: 'production', strategy: 'canary', 'metadata.from': 'file' } };
    const [first, second] = await claims(
      'service,version,environment,metadata\napi,1,,\napi,2,test,"{""a"":1}"\n',
      options,
    );
    expect(first).toMatchObject({ environment: 'production', strategy: 'canary', metadata: { from: 'file' } });
    expect(second).toMatchObject({ environment: 'test', strategy: 'canary', metadata: { a: 1, from: 'file' } });
  });

  it('makes another record of the rows when the constant type says so', async () => {
    const map = { id: 'key', service: 'unit', openedAt: 'since' };
    const [claim] = await claims('key,unit,since\nINC-7,api,2026-01-15\n', { map, constant: { type: 'incident' } });
    expect(claim).toEqual({ type: 'incident', id: 'INC-7', service: 'api', openedAt: '2026-01-15' });
  });

  it('refuses a column that the file does not have, naming those that it has', async () => {
    const map = { version: 'versoin', service: 'service', environment: 'environment' };
    await expect(claims(`${minimal}api,1,test\n`, { map })).rejects.toMatchObject({
      code: 'invalid',
      message: 'the file has no column "versoin"; did you mean "version"?',
      hint: 'its columns: service, version, environment',
    });
  });

  it('refuses a field that no row can have, and leaves none of the needed ones empty', async () => {
    const map = { service: 'service', version: 'version', environment: 'environment' };
    await expect(claims(minimal, { map: { ...map, colour: 'service' } })).rejects.toThrow('there is no field "colour"');
    await expect(claims(minimal, { map: { ...map, reason: 'service' } })).rejects.toThrow('there is no field "reason"');
    await expect(claims(minimal, { constant: { verison: '1' } })).rejects.toThrow('did you mean "version"?');
    await expect(claims(minimal, { map: { service: 'service' } })).rejects.toThrow('no column gives the version');
    await expect(claims(minimal, { constant: { replicas: 'many' } })).rejects.toThrow(
      'replicas: "many" is not a number',
    );
    await expect(claims(minimal, { constant: { type: 'deploymnt' } })).rejects.toThrow('did you mean "deployment"?');
  });
});

describe('readCsv of rollbacks', () => {
  const rollbackWhen = { column: 'kind', value: 'rollback' };

  it('takes a row that went back for a rollback from its previous version to its version', async () => {
    const [, rollback] = await claims(history, { rollbackWhen });
    expect(rollback).toEqual({
      type: 'rollback',
      service: 'api',
      environment: 'staging',
      fromVersion: 'v2',
      toVersion: 'v1',
      at: '2026-01-15T11:00:00Z',
      reason: 'rolled back (kind=rollback)',
      idempotencyKey: expect.stringMatching(/^row:/),
    });
    expect(() => parseClaim(rollback)).not.toThrow();
  });

  it('takes its reason, who did it and its own fields from mapped columns or constants', async () => {
    const file =
      's,e,new,old,kind,at,why,who\napi,test,1,2,rollback,2026-01-15,it leaked,alice\napi,test,2,1,deploy,2026-01-16,,bob\n';
    const map = {
      service: 's',
      environment: 'e',
      version: 'new',
      previousVersion: 'old',
      finishedAt: 'at',
      reason: 'why',
      initiator: 'who',
    };
    const [rollback, deployment] = await claims(file, {
      map,
      rollbackWhen,
      constant: { trigger: 'manual', cluster: 'k8s' },
    });
    expect(rollback).toMatchObject({ reason: 'it leaked', initiator: 'alice', trigger: 'manual', at: '2026-01-15' });
    expect(rollback).not.toHaveProperty('cluster');
    expect(deployment).toMatchObject({ type: 'deployment', cluster: 'k8s', initiator: 'bob' });
    expect(deployment).not.toHaveProperty('reason');
  });

  it('refuses files whose rows could never say which version was undone', async () => {
    const file = 'service,version,environment,kind\n';
    await expect(claims(file, { rollbackWhen })).rejects.toThrow(
      'no column gives the fromVersion that each rollback needs',
    );
    await expect(claims(minimal, { rollbackWhen })).rejects.toThrow('the file has no column "kind"');
  });
});
