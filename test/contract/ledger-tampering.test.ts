import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { VerifyOptions } from '../../src/app/ledger.ts';
import type { VerifyFailure } from '../../src/app/views.ts';
import { LedgerError } from '../../src/domain/errors.ts';
import { openLedger } from '../../src/main/open-ledger.ts';
import { tableNames } from '../../src/projections/tables.ts';
import { randomOf } from '../../src/sources/demo/random.ts';
import { nearValues, RawDatabase, type Row, type Table, tamperedCopy } from '../support/ledgers-tampering.ts';
import { recordWhole } from '../support/ledgers-whole.ts';

const folder = mkdtempSync(join(tmpdir(), 'deploy-ledger-tampering-'));
const [whole, copy, keyDir] = ['whole.db', 'copy.db', 'keys'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
];

beforeAll(() => recordWhole(whole, keyDir));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What verification says about a copy that was tampered with. A ledger that does not even open says so, too. */
async function failuresAfter(
  tamper: (database: RawDatabase) => void,
  options: VerifyOptions = {},
): Promise<readonly VerifyFailure[]> {
  tamperedCopy(whole, copy, tamper);
  return failuresOf(copy, options);
}

async function failuresOf(database: string, options: VerifyOptions = {}): Promise<readonly VerifyFailure[]> {
  try {
    const ledger = await openLedger({ database, keyDir, create: false });
    const { ok, failures } = await ledger.verify(options);
    await ledger.close();
    expect(ok).toBe(failures.length === 0);
    return failures;
  } catch (error) {
    if (error instanceof LedgerError && error.code === 'storage')
      return [{ index: null, where: 'ledgers', why: error.message }];
    throw error;
  }
}

/** How a failure names the place of a table. */
const places: Readonly<Record<string, RegExp>> = {
  facts: /^(facts|tile|head|checkpoint|the last checkpoint)/,
  tiles: /^tile/,
  head: /^(head|facts|tile|checkpoint|openings)/,
  checkpoints: /^checkpoint/,
  openings: /^openings/,
  actors: /^actors/,
  ledgers: /^(ledgers|the ledger|the verifier key|checkpoint)/,
  ...Object.fromEntries(tableNames.map((name) => [name, new RegExp(`^${name}\\b`)])),
};

/**
 * What verification cannot see, and why that does no harm: the secret and what is hashed under it only recognise repeated requests, and
 * another version of the read models makes them be folded anew.
 */
const unseen: Readonly<Record<string, readonly string[]>> = {
  answered: ['ledger', 'key', 'request', 'index', 'id'],
  ledgers: ['secret'],
  projected: ['ledger', 'version'],
};

/** What a server keeps for its own work: who has access, what came and what was sent on. None of it is claimed to be proved. */
const ofTheServer = [
  'browser_sessions',
  'dead_letters',
  'deliveries',
  'delivery_contents',
  'delivery_keys',
  'positions',
  'tokens',
];

/** What the log alone shows, without its openings and read models. */
const inTheLog: Readonly<Record<string, readonly string[]>> = {
  facts: ['ledger', 'index', 'leaf_hash', 'bytes'],
  tiles: ['ledger', 'level', 'n', 'root', 'hashes'],
  head: ['ledger', 'size', 'compact_range'],
  checkpoints: ['size', 'note'],
};

function schema(): Table[] {
  const database = new RawDatabase(whole);
  try {
    return database.tables();
  } finally {
    database.close();
  }
}

const tables = [...Object.keys(places), ...Object.keys(unseen)].filter((name, i, all) => all.indexOf(name) === i);

function tableOf(name: string): Table {
  const table = schema().find((candidate) => candidate.name === name);
  if (table === undefined) throw new Error(`there is no table ${name}`);
  return table;
}

/** A row from the middle of a table that has something in a column, if any has. */
function rowWith(table: string, column: string): Row {
  const database = new RawDatabase(whole);
  const rows = database.rows(table);
  database.close();
  const filled = rows.filter((row) => row[column] !== null);
  const candidates = filled.length > 0 ? filled : rows;
  // An earlier checkpoint can be taken away unseen: what it said the later ones say, too.
  const row = candidates[Math.floor((candidates.length - 1) * (table === 'checkpoints' ? 1 : 0.6))];
  if (row === undefined) throw new Error(`the table ${table} is empty`);
  return row;
}

function isNamed(table: string, failures: readonly VerifyFailure[]): boolean {
  return failures.length > 0 && failures.every(({ where, why }) => places[table]?.test(where) && why !== '');
}

describe('a ledger with something of everything', () => {
  it('verifies as it is', async () => {
    expect(schema().map(({ name }) => name)).toEqual([...tables, ...ofTheServer].sort());
    expect(await failuresAfter(() => {})).toEqual([]);
  });
});

describe.each(tables)('in the table %s', (name) => {
  it('no value can be changed without verification naming the place', async () => {
    const table = tableOf(name);
    const unnoticed = new Set<string>();
    for (const column of table.columns) {
      const row = rowWith(name, column.name);
      for (const value of nearValues(column, row[column.name] ?? null)) {
        const options = inTheLog[name]?.includes(column.name) ? ({ only: 'log' } as const) : {};
        const failures = await failuresAfter((database) => database.change(table, row, column.name, value), options);
        if (!isNamed(name, failures)) unnoticed.add(column.name);
      }
    }
    expect([...unnoticed]).toEqual(unseen[name] ?? []);
  });
});

describe.each(Object.keys(places))('in the table %s', (name) => {
  it('no row can be taken away or added without verification naming the place', async () => {
    const table = tableOf(name);
    const row = lastRow(name);
    expect(isNamed(name, await failuresAfter((database) => database.remove(table, row)))).toBe(true);
    const last = table.columns.findLast(({ isKey }) => isKey);
    if (last === undefined) throw new Error(`the table ${name} has no key`);
    if (last.name === 'ledger') return;
    for (const value of nearValues(last, row[last.name] ?? null)) {
      const failures = await failuresAfter((database) => database.insert(table, { ...row, [last.name]: value }));
      expect([value, isNamed(name, failures)]).toEqual([value, true]);
    }
  });
});

function lastRow(table: string): Row {
  const database = new RawDatabase(whole);
  const row = database.rows(table).at(-1);
  database.close();
  if (row === undefined) throw new Error(`the table ${table} is empty`);
  return row;
}

describe('a bit flipped anywhere in the file', () => {
  it('is found, or is one that nothing depends on', async () => {
    const bytes = readFileSync(whole);
    const random = randomOf('bits');
    const expected = contentsOf(whole);
    const [missed, found]: [string[], number[]] = [[], []];
    for (let i = 0; i < 80; i++) {
      const bit = random.int(0, bytes.length * 8 - 1);
      const flipped = Buffer.from(bytes);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      writeFileSync(copy, flipped);
      if ((await failuresOf(copy)).length > 0) found.push(bit);
      else if (contentsOf(copy) !== expected) missed.push(`bit ${bit & 7} of byte ${bit >> 3}`);
    }
    expect(missed).toEqual([]);
    expect(found.length).toBeGreaterThan(20);
  });

  /** All that the tables hold which verification has to see. */
  function contentsOf(path: string): string {
    const database = new RawDatabase(path);
    const rows = tables.filter((name) => !(name in unseen)).map((name) => database.rows(name));
    database.close();
    return JSON.stringify(rows);
  }
});

describe('a row of a read model', () => {
  it('cannot be hidden by saying that it became obsolete beyond the end of the log', async () => {
    const failures = await failuresAfter((database) => {
      const [row = {}] = database.rows('deployments', 'known_to IS NULL');
      database.change(tableOf('deployments'), row, 'known_to', 1_000_000);
    });
    const why = 'it speaks of fact 1000000; the log has only 671';
    expect(failures).toMatchObject([{ where: expect.stringMatching(/^deployments .* \(known from \d+\)$/), why }]);
  });
});

describe('facts', () => {
  it('are named by their index', async () => {
    const row = rowWith('facts', 'bytes');
    for (const column of tableOf('facts').columns.filter(({ isKey }) => !isKey)) {
      const [value = null] = nearValues(column, row[column.name] ?? null);
      const failures = await failuresAfter((database) => database.change(tableOf('facts'), row, column.name, value));
      expect([column.name, failures[0]?.index]).toEqual([column.name, row['index']]);
    }
  });
});
