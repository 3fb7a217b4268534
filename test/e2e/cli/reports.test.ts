import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BuiltProgram } from '../../support/cli/built-program.ts';
import { isMissing } from '../../support/system-programs.ts';

const program = new BuiltProgram();
const file = (name: string) => join(program.home, name);
const odd = 'a|b "c" \\ é 🚀';
let key: string;

beforeAll(async () => {
  key = JSON.parse((await program.run('init', '--name', 'ledger.example/team', '-f', 'json')).stdout).verifierKey;
  const claims = [
    {
      type: 'deployment',
      id: 'd1',
      service: odd,
      version: '1',
      environment: 'production',
      finishedAt: '2026-01-15T10:00:00Z',
      initiator: 'Ann',
      approvedBy: ['Bob'],
      message: 'one | two\n# three',
      metadata: { 'a b': null, 'ünit-tests': [true] },
    },
    {
      type: 'deployment',
      id: 'd2',
      service: odd,
      version: '2',
      environment: 'production',
      finishedAt: '2026-01-15T11:00:00Z',
    },
    {
      type: 'rollback',
      id: 'r1',
      service: odd,
      environment: 'production',
      fromVersion: '2',
      toVersion: '1',
      reason: 'too slow',
      at: '2026-01-15T11:30:00Z',
    },
    {
      type: 'incident',
      id: 'INC-1',
      service: odd,
      environment: 'production',
      openedAt: '2026-01-15T11:10:00Z',
      causedBy: 'd2',
    },
  ];
  writeFileSync(file('all.jsonl'), claims.map((claim) => JSON.stringify(claim)).join('\n'));
  await program.run('import', 'jsonl', 'all.jsonl');
});
afterAll(() => program.remove());

describe('a post-mortem', () => {
  test('goes to standard output as Markdown, and as Org or JSON when asked', async () => {
    const { status, stdout } = await program.run('report', 'post-mortem', 'INC-1');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^# Post-mortem of INC-1\n/);
    expect(stdout).toContain('- **Recovery time:** 30m from 2026-01-15T11:00:00Z');
    expect((await program.run('report', 'post-mortem', 'd2', '-f', 'org')).stdout).toMatch(
      /^#\+TITLE: Post-mortem of d2\n/,
    );
    const { timeline } = JSON.parse((await program.run('report', 'post-mortem', 'd2', '--format', 'json')).stdout);
    expect(timeline.map(({ type }: { type: string }) => type)).toEqual([
      'deployment.recorded',
      'incident.opened',
      'incident.attributed',
      'rollback.recorded',
    ]);
  });

  test('goes into a file, whole', async () => {
    expect(await program.run('report', 'post-mortem', 'd1', '--output', 'd1.md')).toMatchObject({
      status: 0,
      stdout: '',
    });
    expect(readFileSync(file('d1.md'), 'utf8')).toContain('one \\| two # three');
  });

  test('says what it takes', async () => {
    expect(await program.run('report', 'post-mortem', 'INC-2')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('did you mean "INC-1"?'),
    });
    expect((await program.run('report', 'post-mortem')).status).toBe(2);
    expect((await program.run('report', 'post-morten', 'd1')).stderr).toContain('did you mean "post-mortem"?');
  });
});

describe('a change report', () => {
  const line = [
    'report',
    'changes',
    '--from',
    '2026-01-15',
    '--to',
    '2026-01-16',
    '--seed',
    "it's mine",
    '--sample',
    '2',
  ];

  test('verifies offline with the key alone, and not when a byte of it was changed', async () => {
    const made = await program.run(...line, '--output', 'january.zip');
    expect(made).toMatchObject({ status: 0, stdout: expect.stringMatching(/^4 changes from .*, 2 of them drawn/) });
    const stranger = new BuiltProgram();
    const verified = await stranger.run('verify', file('january.zip'), '--key', key);
    expect({ ...verified, stdout: JSON.parse(verified.stdout) }).toMatchObject({ status: 0, stdout: { ok: true } });
    const bytes = readFileSync(file('january.zip'));
    bytes.writeUInt8(bytes.readUInt8(2000) ^ 1, 2000);
    writeFileSync(file('forged.zip'), bytes);
    expect((await stranger.run('verify', file('forged.zip'), '--key', key)).status).not.toBe(0);
    stranger.remove();
  });

  test('is the same file every time', async () => {
    const { status } = await program.shell(
      `gdl ${line.map((word) => `"${word}"`).join(' ')} -q --output a.zip; TZ=Asia/Tokyo gdl ${line.map((word) => `"${word}"`).join(' ')} -q --output b.zip; cmp a.zip b.zip`,
    );
    expect(status).toBe(0);
  });

  test.skipIf(isMissing('unzip'))('is drawn and hashed again by the commands that its README shows', async () => {
    await program.run(...line, '--output', 'january.zip');
    await program.shell('rm -rf x; unzip -q january.zip -d x');
    const readme = readFileSync(file('x/README.md'), 'utf8');
    const [, draw = ''] = /(^ {4}seed=[\s\S]*?head -n \d+$)/m.exec(readme) ?? [];
    const drawn = await program.shell(`cd x; ${draw}`);
    const sample = readFileSync(file('x/sample.csv'), 'utf8').split('\r\n').slice(1, -1);
    expect(drawn.stdout.trimEnd().split('\n')).toEqual(
      sample.map((row) => row.split(',').slice(0, 3).toSpliced(1, 1).join('  ')),
    );
    const hashed = await program.shell(
      "cd x/proofs; for f in *.json; do { printf '\\0'; cat $f; } | sha256sum | cut -c1-64; done",
    );
    const everyFact = readFileSync(file('x/every-fact.csv'), 'utf8');
    for (const hash of hashed.stdout.trimEnd().split('\n')) expect(everyFact).toContain(hash);
    const proofs = await program.shell(
      `for f in x/proofs/*.tlog-proof; do gdl verify-proof $f --key '${key}' || exit; done`,
    );
    expect(proofs.status).toBe(0);
    const log = await program.run('verify', 'x/log', '--key', key);
    expect(log.status).toBe(0);
  });

  test('says of a quiet period that nothing is recorded', async () => {
    const quiet = await program.run(
      'report',
      'changes',
      '--from',
      '2020-01-01',
      '--to',
      '2020-02-01',
      '--output',
      'quiet.zip',
    );
    expect(quiet.stdout).toMatch(/^No changes from 2020-01-01T00:00:00Z/);
    expect((await program.run('verify', 'quiet.zip')).status).toBe(0);
  });

  test('says what it takes', async () => {
    expect(await program.run('report', 'changes', '--output', 'x.zip')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('a change report needs a period'),
    });
    expect((await program.run('report', 'changes', '--from', '2026-01-01')).stderr).toContain('it needs --output');
    expect((await program.run('verify', 'missing.zip')).stderr).toContain('there is no file missing.zip');
    expect((await program.run('verify', 'all.jsonl.zip')).status).toBe(1);
  });
});

describe('an export', () => {
  test.skipIf(isMissing('sqlite3'))('answers questions in SQL', async () => {
    await program.run('export', '--format', 'sqlite', '--output', 'all.sqlite');
    const ask = async (sql: string) => (await program.shell(`sqlite3 all.sqlite "${sql}"`)).stdout.trimEnd();
    expect(await ask('SELECT service, version FROM running_now')).toBe(`${odd}|1`);
    expect(
      await ask(
        'SELECT initiator, approved_by ->> 0, json_extract(metadata, \'$.\\"ünit-tests\\"[0]\') FROM deployments LIMIT 1',
      ),
    ).toBe('Ann|Bob|1');
    expect(await ask("SELECT fact ->> 'type' FROM facts ORDER BY log_index DESC LIMIT 1")).toBe('rollback.recorded');
    expect(await program.run('export', '--format', 'sqlite')).toMatchObject({ status: 2 });
    expect(await program.shell('gdl export --format sqlite --output .deploy-ledger/deployments.db')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('is a ledger; it was left as it is'),
    });
  });

  test.skipIf(isMissing('guile'))('as S-expressions is read by Guile, character by character', async () => {
    await program.run('export', '--format', 'sexp', '--output', 'all.sexp');
    writeFileSync(
      file('read.scm'),
      `(define all (call-with-input-file "all.sexp" read))
       (define one (car (filter (lambda (row) (equal? (assq-ref row 'id) "d1")) all)))
       (define (show text) (write (map char->integer (string->list text))) (newline))
       (show (assq-ref one 'service))
       (show (assq-ref one 'message))
       (write (list (length all) (assq-ref (assq-ref one 'metadata) '#{a b}#))) (newline)`,
    );
    const { stdout } = await program.shell('guile --no-auto-compile read.scm');
    const codes = (text: string) => `(${Array.from(text, (character) => character.codePointAt(0)).join(' ')})`;
    expect(stdout.split('\n')).toEqual([codes(odd), codes('one | two\n# three'), '(5 #nil)', '']);
  });

  test('as Markdown and Org is a table whatever its cells hold', async () => {
    for (const format of ['markdown', 'org']) {
      const { stdout } = await program.run('export', '--format', format);
      const rows = stdout.split('\n').filter((line) => line.startsWith('| d'));
      const columns = rows.map((row) => row.replaceAll('\\|', '').split('|').length);
      expect(new Set(columns).size).toBe(1);
    }
  });
});
