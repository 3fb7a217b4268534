import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LedgerError } from '../../../domain/errors.ts';
import { mappedSource } from './mapped-source.ts';
import type { MappingInput } from './mapping.ts';
import { stepsOf } from './path.ts';

const mapping: MappingInput = {
  items: 'events',
  event: '{kind}',
  traits: { app: '{app}' },
  events: [
    {
      when: { kind: 'deployed', dry: null, '$.live': true },
      claims: [
        {
          type: 'deployment',
          service: '{app}',
          version: { from: ['{labels["app/version"]}', '{build}'], after: '@', before: '+' },
          environment: { from: '{stage}', table: { p: 'production', s: 'staging' }, otherwise: 'development' },
          idempotencyKey: 'x:{$.run}/{app}',
          status: { from: '{@x-result}', table: { ok: 'success' }, otherwise: 'failure' },
          replicas: '{replicas}',
          downtimeExpected: false,
          metadata: { ticket: '{ticket}', by: '{who.0.name}' },
        },
      ],
    },
    { when: { kind: ['tested', 'buil?', 'build*'] }, ignore: '{kind} of {app} is no deployment' },
  ],
};

function read(event: object, more: object = {}, headers: Record<string, string> = { 'x-result': 'ok' }) {
  const body = { run: 7, live: true, events: [event], ...more };
  return mappedSource('x', mapping, {}).read({ headers, body: Buffer.from(JSON.stringify(body)) })[0];
}

const event = { kind: 'deployed', app: 'api', build: 12, stage: 'p', replicas: 3, who: [{ name: 'ann' }] };

describe('a mapping', () => {
  it('makes claims of paths, tables, headers, lists and constants', () => {
    expect(read(event)).toEqual({
      event: 'deployed',
      claims: [
        {
          type: 'deployment',
          service: 'api',
          version: '12',
          environment: 'production',
          idempotencyKey: 'x:7/api',
          status: 'success',
          replicas: 3,
          downtimeExpected: false,
          metadata: { by: 'ann' },
        },
      ],
    });
    const labelled = { ...event, labels: { 'app/version': 'api@2.3.0+build7' }, stage: 'q' };
    expect(read(labelled, {}, {})).toMatchObject({
      claims: [{ version: '2.3.0', environment: 'development', status: 'failure' }],
    });
  });

  it('asks that everything is there that it names, and nothing that it excludes', () => {
    const unused = { event: 'deployed', ignored: 'the mapping has no use for deployed' };
    expect(read({ ...event, dry: true })).toEqual(unused);
    expect(read(event, { live: false })).toEqual(unused);
    expect(read({ kind: 'build-1', app: 'api' })).toMatchObject({ ignored: 'build-1 of api is no deployment' });
  });

  it('keeps only the headers that it reads', () => {
    expect(mappedSource('x', mapping, {}).reads).toEqual(['x-result']);
  });

  it.each([
    [{ ...mapping, evants: [] }, 'sources.x.mapping: unknown field "evants"'],
    [{ ...mapping, events: [] }, 'sources.x.mapping: events'],
    [{ ...mapping, signature: { scheme: 'md5' } }, 'sources.x.mapping: signature.scheme'],
    [{ ...mapping, event: '{a..b}' }, '"a..b" is not a path'],
    [{ ...mapping, events: [{ when: { 'a[0]': 1 } }] }, '"a[0]" is not a path'],
  ])('is refused when it is none, before anything comes: %#', (wrong, message) => {
    expect(() => mappedSource('x', wrong, {})).toThrow(message);
  });

  it('reads anything without a failure, or refuses it', () => {
    const any = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.record({ events: fc.array(fc.jsonValue({ maxDepth: 2 })) }));
    fc.assert(
      fc.property(any, (body) => {
        try {
          mappedSource('x', mapping, {}).read({ headers: {}, body: Buffer.from(JSON.stringify(body)) });
        } catch (error) {
          expect(error).toBeInstanceOf(LedgerError);
        }
      }),
    );
  });
});

describe('a path', () => {
  it.each([
    ['a.b.0', ['a', 'b', '0']],
    ['metadata["a.b/c"].d', ['metadata', 'a.b/c', 'd']],
    ['["a"]', ['a']],
  ])('%s has the steps %j', (path, steps) => {
    expect(stepsOf(path)).toEqual(steps);
  });

  it.each(['a..b', 'a[0]', 'a["b', '.'])('%j is none', (path) => {
    expect(() => stepsOf(path)).toThrow('is not a path');
  });
});
