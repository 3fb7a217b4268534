import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  filesOf,
  ledgerOf,
  minutes,
  period,
  reportOf,
  rowsOf,
  story,
  textOf,
} from '../../../../test/support/change-reports.ts';
import { verifyProofFile } from '../../log/prove.ts';

test('has every change of the period once, with who, what, when, why, approval, tests and what became of it', async () => {
  const files = await filesOf(await reportOf(await ledgerOf(story)));
  const rows = rowsOf(files, 'population.csv');
  expect(rows.map((row) => [row['number'], row['key']])).toEqual([
    ['1', 'deployment:good'],
    ['2', 'deployment:bad'],
    ['3', 'rollback:back'],
    ['4', 'incident:INC'],
    ['5', expect.stringMatching(/^correction:\d+$/)],
    ['6', expect.stringMatching(/^removal:\d+$/)],
  ]);
  expect(rows[0]).toMatchObject({
    who: 'Ann',
    why: 'Faster, "safer" | cheaper',
    at: '2026-01-15T10:10:00Z',
    changeId: 'CHG-1',
    approvedBy: 'Bob',
    approval: 'another',
    tested: 'unitTests: passed',
    fromVersion: '1.0',
    commits: '1',
    rolledBackAt: '',
  });
  expect(rows[1]).toMatchObject({ approval: 'only-initiator', tested: 'not recorded', why: 'not recorded' });
  expect(rows[1]).toMatchObject({ status: 'rolled-back', rolledBackBy: 'back', incidents: 'INC' });
  expect(rows[3]).toMatchObject({ why: 'All slow', relatesTo: 'bad', status: 'open', approval: '' });
  expect(rows[4]).toMatchObject({ relatesTo: 'early', why: 'typing error', who: 'not recorded' });
});

test('accounts for every index of the log exactly once', async () => {
  const ledger = await ledgerOf(story);
  const files = await filesOf(await reportOf(ledger));
  const size = await ledger.size();
  const rows = rowsOf(files, 'every-fact.csv');
  expect(rows.map((row) => Number(row['index']))).toEqual(Array.from({ length: size }, (_, i) => i));
  const standings = (subject: string) => rows.filter((row) => row['subject'] === subject).map((row) => row['standing']);
  expect(standings('deployment:good')).toEqual(['in the population', 'in the population']);
  expect(standings('deployment:early')).toEqual(['of another time', 'in the population']);
  expect(standings('deployment:elsewhere')).toEqual(['of another environment']);
  expect(standings('deployment:late')).toEqual(['of another time']);
  expect(standings('service:last')).toEqual(['no change']);
  const { facts } = JSON.parse(textOf(files, 'report.json'));
  const counts: number[] = facts.flatMap(({ type, ...standings }: Record<string, number>) => Object.values(standings));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(size);
});

test('opens what the population has sealed, and nothing else', async () => {
  const all = [...(await filesOf(await reportOf(await ledgerOf(story)))).values()].join('\n');
  for (const shown of ['Ann', 'Bob', 'All slow', 'typing error']) expect(all).toContain(shown);
  for (const sealed of ['Olga', 'not of the period']) expect(all).not.toContain(sealed);
});

test('shows who was erased as erased', async () => {
  const ledger = await ledgerOf(story);
  await ledger.eraseActor('Ann', { aliases: [], dryRun: false });
  const files = await filesOf(await reportOf(ledger));
  const [good, bad] = rowsOf(files, 'population.csv');
  expect(good).toMatchObject({ who: '(erased)', approvedBy: 'Bob', approval: 'another' });
  expect(bad).toMatchObject({ approvedBy: expect.stringMatching(/^\(erased\) actor-/), approval: 'only-initiator' });
  expect([...files.values()].join('\n')).not.toContain('Ann');
});

test('tells tests that were erased from tests that nobody recorded', async () => {
  const deployment = { type: 'deployment', service: 'api', version: '1', environment: 'production' };
  const ledger = await ledgerOf([{ ...deployment, finishedAt: '2026-01-15T10:00:00Z', metadata: { tests: 'by Ann' } }]);
  await ledger.eraseActor('Ann', { aliases: [], dryRun: false });
  const [row] = rowsOf(await filesOf(await reportOf(ledger)), 'population.csv');
  expect(row).toMatchObject({ tested: '(erased)' });
});

test('draws the sample that sha256sum draws, and proves every fact about it', async () => {
  const ledger = await ledgerOf(story);
  const files = await filesOf(await reportOf(ledger, { ...period, sample: 2 }));
  const keys = textOf(files, 'population.keys').trimEnd().split('\n');
  const hashes = keys.map((key) => `${createHash('sha256').update(`s ${key}`).digest('hex')} ${key}`).sort();
  const drawn = rowsOf(files, 'sample.csv');
  expect(drawn.map((row) => `${row['hash']} ${row['key']}`)).toEqual(hashes.slice(0, 2));
  const indexes = drawn.flatMap((row) => row['facts']?.split(' ') ?? []);
  expect(indexes.length).toBeGreaterThan(1);
  for (const index of indexes) {
    const proof = verifyProofFile(textOf(files, `proofs/${index}.tlog-proof`), ledger.verifierKey);
    expect(proof).toMatchObject({ index: Number(index), fact: JSON.parse(textOf(files, `proofs/${index}.json`)) });
  }
});

test('draws by the root of the log when nobody names a seed', async () => {
  const ledger = await ledgerOf(story);
  const { scope, checkpoint } = JSON.parse(
    textOf(await filesOf(await reportOf(ledger, { ...period, seed: undefined })), 'report.json'),
  );
  expect(scope).toMatchObject({ seed: checkpoint.root, sample: 25 });
});

test('is the same bytes for the same log and question', async () => {
  const ledger = await ledgerOf(story);
  expect(await reportOf(ledger)).toEqual(await reportOf(ledger));
});

test('says of an empty period, and of an empty log, that nothing is recorded', async () => {
  for (const ledger of [await ledgerOf(story), await ledgerOf([])]) {
    const files = await filesOf(await reportOf(ledger, { fromMs: 0, toMs: 1000 }));
    expect(textOf(files, 'report.md')).toContain('No change of this period is recorded.');
    expect(textOf(files, 'population.keys')).toBe('');
  }
});

test('says what is wrong with a question', async () => {
  const ledger = await ledgerOf(story);
  await expect(reportOf(ledger, { ...period, service: 'apy' })).rejects.toThrow('did you mean "api"?');
  await expect(reportOf(ledger, { ...period, environment: 'produktion' })).rejects.toThrow(
    'did you mean "production"?',
  );
  await expect(reportOf(ledger, { ...period, toMs: minutes(-1) })).rejects.toMatchObject({ code: 'invalid' });
  await expect(reportOf(ledger, { ...period, sample: -1 })).rejects.toMatchObject({ code: 'invalid', field: 'sample' });
  await expect(reportOf(ledger, { ...period, seed: 'a\nb' })).rejects.toMatchObject({ code: 'invalid', field: 'seed' });
});
