import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { serverPlaces } from '../../../src/main/config/server-places.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const unit = 'deploy/systemd/deploy-ledger.service';
const containerfile = 'deploy/container/Containerfile';
const composeFile = 'deploy/container/compose.yaml';
const known = [
  ...Object.values(serverPlaces).map(({ variable }) => variable),
  ...['DEPLOY_LEDGER_DB', 'DEPLOY_LEDGER_KEY_DIR', 'DEPLOY_LEDGER_CONFIG'],
];

it.each([unit, containerfile, composeFile])('%s sets only what the program reads', (path) => {
  const variables = read(path).match(/DEPLOY_LEDGER_[A-Z_]+/g) ?? [];
  expect(variables.length).toBeGreaterThan(0);
  expect(known).toEqual(expect.arrayContaining(variables));
});

it('the container is made of files that are there, and that it is allowed to take', () => {
  const copied = [...read(containerfile).matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names = '']) =>
    names.split(' '),
  );
  expect(copied).toContain('src');
  const allowed = read(`${containerfile}.dockerignore`);
  for (const name of copied) {
    expect([name, existsSync(join(root, name))]).toEqual([name, true]);
    expect(allowed.split('\n')).toContain(`!${name}`);
  }
});

it('the compose file builds that container', () => {
  const { build, volumes } = parse(read(composeFile)).services.ledger;
  expect(existsSync(join(root, 'deploy', 'container', build.context, build.dockerfile))).toBe(true);
  expect(volumes).toEqual(['ledger:/data']);
});

const hasAnalyzer = spawnSync('systemd-analyze', ['--version']).status === 0;
if (!hasAnalyzer) console.warn('skipped: systemd-analyze is missing');

describe.skipIf(!hasAnalyzer)('systemd', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'deploy-ledger-unit-'));
    // It looks whether the programs are there.
    const here = read(unit).replaceAll('/usr/local/bin/deploy-ledger', process.execPath);
    writeFileSync(join(folder, 'deploy-ledger.service'), here);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const analyze = (...args: string[]) =>
    spawnSync('systemd-analyze', [...args, join(folder, 'deploy-ledger.service')], { encoding: 'utf8' });

  it('has nothing to say against the unit', () => {
    const { status, stderr } = analyze('verify');
    expect([status, stderr]).toEqual([0, '']);
  });

  it('calls it little exposed', () => {
    expect(analyze('security', '--offline=yes', '--threshold=20').status).toBe(0);
  });
});
