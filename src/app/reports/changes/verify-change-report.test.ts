import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  filesOf,
  ledgerOf,
  minutes,
  packed,
  period,
  reportOf,
  story,
  verifyOf,
} from '../../../../test/support/change-reports.ts';
import type { OpenedLedger } from '../../../../test/support/ledgers.ts';

let ledger: OpenedLedger;
let report: Buffer;
let files: Map<string, Buffer>;
beforeAll(async () => {
  ledger = await ledgerOf(story);
  report = await reportOf(ledger, { ...period, sample: 2 });
  files = await filesOf(report);
});

const ids = fc.constantFrom('d1', 'd2', 'd3');
const at = fc.integer({ min: -60, max: 160 }).map(minutes);
const persons = fc.constantFrom('Ann', 'Bob');
const services = fc.constantFrom('api', 'web');
const environment = fc.constant('production');
const words = fc.string({ unit: 'grapheme', maxLength: 10 });
const typed = (type: string, fields: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record({ type: fc.constant(type), ...fields });
const anyClaim = fc.oneof(
  typed('deployment', {
    id: ids,
    service: services,
    environment: fc.constantFrom('production', 'staging'),
    version: fc.constantFrom('1', '2', '3'),
    finishedAt: at,
    initiator: persons,
    approvedBy: fc.array(persons, { maxLength: 2 }),
    message: words,
    metadata: fc.dictionary(words, fc.jsonValue(), { maxKeys: 2 }),
  }),
  typed('deployment-status', {
    deployment: ids,
    status: fc.constantFrom('failure', 'in-progress'),
    at,
    message: words,
  }),
  typed('rollback', {
    service: services,
    environment,
    fromVersion: fc.constantFrom('2', '3'),
    toVersion: fc.constant('1'),
    reason: words,
    at,
  }),
  typed('correction', {
    deployment: ids,
    set: fc.record({ version: fc.constant('4'), initiator: persons }),
    reason: words,
    at,
  }),
  typed('incident', { id: fc.constantFrom('i1', 'i2'), service: services, openedAt: at, causedBy: ids, title: words }),
  typed('removal', { service: services, environment, at }),
);

describe('a change report verifies', () => {
  it('with nothing but the key, whatever was recorded and whoever was erased', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyClaim, { maxLength: 30, size: 'max' }),
        fc.nat(5),
        fc.boolean(),
        async (claims, sample, erases) => {
          const any = await ledgerOf(claims);
          if (erases) await any.eraseActor('Ann', { aliases: [], dryRun: false }).catch(() => undefined);
          const verified = await verifyOf(await reportOf(any, { ...period, sample }), any);
          expect(verified).toMatchObject({ ok: true, size: await any.size(), failures: [] });
        },
      ),
      { numRuns: 40 },
    );
  });

  it('against an earlier checkpoint of the same log, and against none of another', async () => {
    const { verifierKey } = ledger;
    const early = await ledgerOf(story.slice(0, 3));
    expect(await verifyOf(report, { verifierKey, against: [await early.checkpoint()] })).toMatchObject({ ok: true });
    const other = await ledgerOf(story.slice(1, 3));
    expect(await verifyOf(report, { verifierKey, against: [await other.checkpoint()] })).toMatchObject({ ok: false });
  });
});

/** Verifies the report after something was done to its files. */
async function verifiedAfter(change: (copy: Map<string, string | Uint8Array>) => void) {
  const copy = new Map<string, string | Uint8Array>(files);
  change(copy);
  return verifyOf(await packed(copy), ledger);
}

const replaced = (path: string, from: string | RegExp, to: string) => {
  const before = files.get(path)?.toString() ?? '';
  const text = before.replace(from, to);
  expect(text).not.toBe(before);
  return verifiedAfter((copy) => copy.set(path, text));
};

describe('a change report does not verify', () => {
  it('when any of its files is missing, was changed, or was added', async () => {
    for (const path of files.keys()) {
      const changed = verifiedAfter((copy) =>
        copy.set(path, Buffer.concat([files.get(path) ?? Buffer.of(), Buffer.from('\n')])),
      );
      await expect(changed.then(({ ok }) => ok).catch(({ code }) => code)).resolves.toBeOneOf([
        false,
        'invalid',
        'unverified',
      ]);
      const removed = verifiedAfter((copy) => copy.delete(path));
      await expect(removed.then(({ ok }) => ok).catch(({ code }) => code)).resolves.toBeOneOf([false, 'invalid']);
    }
    const added = await verifiedAfter((copy) => copy.set('note.txt', 'all is well'));
    expect(added.failures).toEqual([{ index: null, where: 'note.txt', why: 'it is no part of the report' }]);
  });

  it('when a change was taken out of the population, and says which file is wrong', async () => {
    const { ok, failures } = await replaced('population.csv', /^3,.*\r\n/m, '');
    expect({ ok, failures }).toEqual({
      ok: false,
      failures: [{ index: null, where: 'population.csv', why: 'it is not what the log leads to' }],
    });
  });

  it('when a word of the report was changed', async () => {
    expect(await replaced('report.md', '## Sample', '## Samples')).toMatchObject({
      ok: false,
      failures: [{ where: 'report.md' }],
    });
  });

  it('when another name is opened than was sealed', async () => {
    await expect(replaced('openings.jsonl', '"Bob"', '"Eve"')).rejects.toMatchObject({
      code: 'unverified',
      message: expect.stringContaining('/data/approvedBy/0'),
    });
  });

  it('when a sealed text of the population is withheld', async () => {
    const { failures } = await replaced('openings.jsonl', /^.*"slow".*\n/m, '');
    expect(failures).toEqual([
      expect.objectContaining({
        where: 'openings.jsonl /data/reason',
        why: expect.stringContaining('does not open it'),
      }),
    ]);
  });

  it('when a fact was changed, and names it', async () => {
    const [path = ''] = [...files.keys()].filter((name) => name.startsWith('log/tile/entries/'));
    const { failures } = await replaced(path, '"version":"2"', '"version":"7"');
    expect(failures.length).toBeGreaterThan(0);
    expect(JSON.stringify(failures)).toContain('checkpoint');
  });

  it('when it claims another period for the same contents', async () => {
    const { ok } = await replaced('report.json', '2026-01-15T11:40:00Z', '2026-01-15T10:15:00Z');
    expect(ok).toBe(false);
  });

  it('with the key of another log, or as a file of another kind', async () => {
    const { verifierKey } = await ledgerOf([]);
    expect(verifierKey).toBe(ledger.verifierKey);
    const other = verifierKey.replace('test.example', 'other.example');
    await expect(verifyOf(report, { verifierKey: other })).rejects.toMatchObject({ code: 'invalid' });
    await expect(verifyOf(Buffer.from('PK'), ledger)).rejects.toMatchObject({ code: 'invalid' });
    await expect(replaced('report.json', '"format": 1', '"format": 2')).rejects.toThrow('this version knows 1');
  });
});
