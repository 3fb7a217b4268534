import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimsIn, collect, inChunks, outcomes } from '../../../test/support/file-readings.ts';
import { parseClaim } from '../../domain/claims/claim.ts';
import { LedgerError } from '../../domain/errors.ts';
import { readSexp } from './read-sexp.ts';

const claims = (file: string, size?: number) => claimsIn(readSexp(inChunks(file, size)));
const inShort = (file: string, size?: number) => outcomes(readSexp(inChunks(file, size)));

const api = { type: 'deployment', id: 'deploy-1', service: 'api', version: '2.3.0', environment: 'production' };

describe('readSexp', () => {
  it('reads a record in each of the ways in which Scheme writes one', async () => {
    const ways = [
      '(deployment (id . "deploy-1") (service . "api") (version . "2.3.0") (environment . production))',
      '(deployment (id "deploy-1") (service "api") (version "2.3.0") (environment "production"))',
      '((type . "deployment") (id . deploy-1) (service . api) (version . 2.3.0) (environment . "production"))',
      '(deployment #:id "deploy-1" #:service "api" #:version "2.3.0" #:environment \'production)',
      '(deployment :id "deploy-1" :service "api" :version "2.3.0" :environment "production")',
      '[deployment (id . "deploy-1") (service . |api|) (version . #{2.3.0}#) (environment . "production")]',
      '#<<deployment-event> id: "deploy-1" service-name: api version: "2.3.0" environment: production>',
      '(make-deployment-event #:id "deploy-1" #:service-name "api" #:version "2.3.0" #:environment "production")',
    ];
    for (const way of ways) expect(await claims(way)).toEqual([api]);
    expect(await claims(ways.join(''), 5)).toEqual(ways.map(() => api));
  });

  it('reads lists of records, quoted, wrapped in a name or in one another', async () => {
    const record = '(deployment (id . "deploy-1") (service . "api") (version . "2.3.0") (environment . "production"))';
    const files = [`(${record} ${record})`, `'(${record} (${record}))`, `(deployments ${record} ${record})`];
    for (const file of files) expect(await claims(file)).toEqual([api, api]);
    expect(await claims(`((((type . "deployment") (id . 1)) ((type . "deployment") (id . 2))))`)).toEqual([
      { type: 'deployment', id: '1' },
      { type: 'deployment', id: '2' },
    ]);
  });

  it('reads the export of the original guile-deploy-ledger', async () => {
    const file = `(deploy-ledger-export (version 1))
(deployment
  (id "deploy-1705339200-1")
  (service "api")
  (version "2.3.0")
  (environment "production")
  (type blue-green)
  (started "2026-01-15T10:00:00Z")
  (completed #f)
  (status in-progress)
  (initiator "system")
  (metadata ())
  (parent-id #f))

(rollback
  (id "deploy-1705339300-2")
  (service "api")
  (from-version "2.3.0")
  (to-version "2.2.9")
  (reason "Memory leak")
  (timestamp "2026-01-15T11:00:00Z")
  (initiator "alice")
  (impact ("web" "mobile"))
  (deployment-id "deploy-1705339200-1"))
`;
    const read = await claims(file, 11);
    expect(read).toEqual([
      {
        type: 'deployment',
        id: 'deploy-1705339200-1',
        service: 'api',
        version: '2.3.0',
        environment: 'production',
        strategy: 'blue-green',
        startedAt: '2026-01-15T10:00:00Z',
        status: 'in-progress',
        initiator: 'system',
      },
      {
        type: 'rollback',
        id: 'deploy-1705339300-2',
        service: 'api',
        fromVersion: '2.3.0',
        toVersion: '2.2.9',
        reason: 'Memory leak',
        at: '2026-01-15T11:00:00Z',
        initiator: 'alice',
        impact: ['web', 'mobile'],
        deployment: 'deploy-1705339200-1',
      },
    ]);
    for (const claim of read) expect(() => parseClaim(claim)).not.toThrow();
  });

  it('reads its printed records, with their times', async () => {
    const file = `#<<deployment-event> id: "d" service-name: "api" version: "1" environment: "test" deployment-type: rolling started: #<time type: time-utc nanosecond: 0 second: 1768471200> completed: #f status: pending initiator: "system" metadata: ((team . "a->b")) parent-id: #f>
#<<service-metadata> name: "api" type: microservice dependencies: ("db") owners: () repository: #f health-check: "/health" created: #<time type: time-utc nanosecond: 0 second: 1> updated: #f>`;
    const [deployment, service] = await claims(file, 9);
    expect(deployment).toMatchObject({ startedAt: '1768471200', strategy: 'rolling', metadata: { team: 'a->b' } });
    const { idempotencyKey: _, ...said } = service ?? {};
    expect(said).toEqual({
      type: 'service',
      name: 'api',
      serviceType: 'microservice',
      dependsOn: ['db'],
      owners: [],
      healthCheck: '/health',
    });
  });

  it('reads values as their fields want them', async () => {
    const file = `(deployment (service . api) (version . 2.10) (environment . test) (finished-at . 1768471200) (replicas . 5)
      (planned . #f) (downtime-expected #true) (approved-by "alice" "bob") (remediates . "incident-7")
      (progress (percentage . 10) (stage . 2)) (commits ((sha . "abcd") (committed-at . "2026-01-14")))
      (metadata (team . "a") (count . 3) (big . 1e999) (ok . #t) (tags "x" "y") (nested (deep . 1)) (nothing . ())))`;
    const [{ idempotencyKey: _, ...claim } = {}] = (await claims(file)) as Record<string, unknown>[];
    expect(claim).toEqual({
      type: 'deployment',
      service: 'api',
      version: '2.10',
      environment: 'test',
      finishedAt: '1768471200',
      replicas: 5,
      planned: false,
      downtimeExpected: true,
      approvedBy: ['alice', 'bob'],
      remediates: ['incident-7'],
      progress: { percentage: 10, stage: '2' },
      commits: [{ sha: 'abcd', committedAt: '2026-01-14' }],
      metadata: { team: 'a', count: 3, big: '1e999', ok: true, tags: ['x', 'y'], nested: { deep: 1 }, nothing: [] },
    });
    expect(() => parseClaim(claim)).not.toThrow();
  });

  it('reads several commits, and the variants of an experiment', async () => {
    const file = `(deployment (commits ((sha . "aa11") (committed-at . "2026-01-14")) ((sha . "bb22") (committed-at . "2026-01-15")))
      (progress (variants (old-one . 40) (new . 60))))`;
    expect(await claims(file)).toMatchObject([
      { commits: [{ sha: 'aa11' }, { sha: 'bb22' }], progress: { variants: { 'old-one': 40, new: 60 } } },
    ]);
  });

  it('gives a record without an id the key of its row', async () => {
    const [first, second] = await claims('(deployment (service . "a")) (deployment (service . "a"))');
    expect(first?.idempotencyKey).toMatch(/^row:.*:1$/);
    expect(second?.idempotencyKey).toMatch(/^row:.*:2$/);
  });

  it('passes over comments of every kind', async () => {
    const file = `#!/usr/bin/guile -s
!#
; a line (
#| a block #| in a block |# ( |#
#;(deployment (id . "left out"))
(deployment ;; here too )
  (id . "deploy-1") #;(service . "left out") #| and here |# (service . "api"))
;`;
    for (const size of [1, 4, 1000])
      expect(await claims(file, size)).toEqual([{ type: 'deployment', id: 'deploy-1', service: 'api' }]);
  });

  it('reads the escapes of strings', async () => {
    const [claim] = await claims(
      String.raw`(deployment (id . 1) (message . "a\tb\\\"\n\x41;\x42\u00e9\U01f600\
      c"))`,
      1,
    );
    expect(claim).toMatchObject({ message: 'a\tb\\"\nABé😀c' });
  });
});

describe('readSexp of mistakes', () => {
  it('says at which line and column one is, and goes on with the next form', async () => {
    const file = `(deployment (id . 1))  (deployment (id . #what))
(deployment (id . 2))
 )
(deployment (id . 3) (version . 1 2))
(deployment (id . 4))`;
    for (const size of [1, 7, 1000]) {
      expect(await inShort(file, size)).toEqual([
        '1',
        '1: not an S-expression: "#what" is not read as data, at line 1, column 42',
        '2',
        '3: not an S-expression: ")" closes nothing, at line 3, column 2',
        '4: not an S-expression: only one value may follow the dot of a pair, at line 4, column 35',
        '5',
      ]);
    }
  });

  it('says where what is never closed was opened', async () => {
    expect(await inShort('(deployment (id . 1)\n(deployment (id . 2))')).toEqual([
      '1: not an S-expression: what starts here is not closed, at line 1, column 1',
      '2',
    ]);
    expect(await inShort('\n "abc')).toEqual([
      '2: not an S-expression: what starts here is not closed, at line 2, column 2',
    ]);
    expect(await inShort('#| abc')).toEqual([
      '1: not an S-expression: what starts here is not closed, at line 1, column 1',
    ]);
    expect(await inShort(String.raw`"a\q"`)).toEqual([
      String.raw`1: not an S-expression: the escape \q is unknown, at line 1, column 3`,
    ]);
    expect(await inShort('(a ,b)')).toEqual([
      '1: not an S-expression: an unquote needs a program to fill it in, at line 1, column 4',
    ]);
    expect(await inShort('(a')).toHaveLength(1);
  });

  it('refuses a form that is no record, without its neighbours', async () => {
    expect(await inShort('(define x 1) "word" ((service . "api")) (deployment (id . 1))')).toEqual([
      '1: "define" is no record',
      '1: "word" is no record',
      '1: the record does not say its type',
      '1',
    ]);
    expect(await inShort('((deployment (replicas . many)) (deployment (colour . red)) (deployment (id . 1)))')).toEqual(
      ['1: replicas: "many" is not a number', '1: a deployment has no field "colour"', '1'],
    );
    expect(await inShort('(deployment (id "a" "b")) (deployment (id . 1) . 2) (deployment #:id)')).toEqual([
      '1: id: a list is not what it can hold',
      '1: "deployment" is no record',
      '1: "id" has no value',
    ]);
  });

  it('refuses what is nested too deep, instead of overflowing', async () => {
    expect(await inShort('('.repeat(100_000))).toEqual([expect.stringContaining('nested more than 100 levels deep')]);
  });

  it('never fails with anything but a LedgerError, whatever the bytes', async () => {
    const pieces = [
      '(',
      ')',
      ' . ',
      '"',
      ';',
      '#|',
      '|#',
      '#<',
      '>',
      '#:',
      "'",
      '\\',
      '\n(',
      'deployment',
      'id',
      '#f',
      '1',
      '[',
      ']',
      '|',
      '__proto__ ',
    ];
    const likely = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((words) => Buffer.from(words.join('')));
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.uint8Array({ maxLength: 60 }), likely),
        fc.integer({ min: 1, max: 9 }),
        async (file, size) => {
          const failure = await collect(readSexp(inChunks(file, size))).then(
            () => undefined,
            (error: unknown) => error,
          );
          expect(failure === undefined || failure instanceof LedgerError).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('reads the same however the file is cut', async () => {
    const pieces = [
      '(deployment (id . 1))',
      ' ',
      '\n',
      '; x\n',
      '#;',
      '(rollback #:id "a b")',
      "'",
      '"\\n"',
      '#| |#',
      '#<time second: 5>',
      ')',
      '(a',
    ];
    const files = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((words) => words.join(''));
    await fc.assert(
      fc.asyncProperty(files, fc.integer({ min: 1, max: 9 }), async (file, size) => {
        expect(await inShort(file, size)).toEqual(await inShort(file));
      }),
      { numRuns: 1000 },
    );
  });
});
