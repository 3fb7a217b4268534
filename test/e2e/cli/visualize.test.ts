import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BuiltProgram } from '../../support/cli/built-program.ts';
import { readXml } from '../../support/well-formed-xml.ts';

let program: BuiltProgram;
beforeAll(async () => {
  program = new BuiltProgram();
  await program.shell(
    'gdl register-service --name web --depends-on api --tier critical -q; gdl register-service --name api -q; ' +
      'gdl record -s api -v 1 -e staging --completed -3h -q; gdl record -s api -v 1 -e production --completed -2h -q; ' +
      'gdl record -s web -v 7 -e production --region eu-west-1 --completed -1h -q',
  );
});
afterAll(() => program.remove());

async function visualize(...args: string[]) {
  return program.run('visualize', ...args);
}

test.each(['flow', 'dependencies', 'topology', 'impact'])('draws %s in every language of graphs', async (type) => {
  const [svg, ascii, d3, mermaid, dot] = await Promise.all(
    ['svg', 'ascii', 'd3', 'mermaid', 'graphviz'].map((format) => visualize('--type', type, '--format', format)),
  );
  for (const answer of [svg, ascii, d3, mermaid, dot]) expect(answer).toMatchObject({ status: 0, stderr: '' });
  expect(readXml(svg?.stdout.trimEnd() ?? '')[0]?.name).toBe('svg');
  expect(JSON.parse(d3?.stdout ?? '')).toMatchObject({ type, links: expect.any(Array) });
  expect(mermaid?.stdout).toContain('\nflowchart LR\n  accTitle: ');
  expect(dot?.stdout).toMatch(/^digraph [a-z]+ \{\n/);
  for (const shown of [svg, ascii, d3, mermaid, dot])
    expect(shown?.stdout).toContain(type === 'flow' ? 'staging' : 'web');
});

test('knows the dependency graph by its other name, and draws around one service', async () => {
  const { stdout } = await visualize('--type', 'dependency_graph', '--service', 'api');
  expect(stdout).toContain('web  critical\n└─ ◆ api\n');
  expect(await visualize('--type', 'impact', '--service', 'apo')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('did you mean "api"?'),
  });
});

test('shows what ran where at an earlier time', async () => {
  const { stdout } = await visualize('--type', 'topology', '--format', 'd3', '--from', '-9h', '--to', '-90m');
  expect(JSON.parse(stdout).links).toHaveLength(2);
});

test('writes to a file whose name says in which language', async () => {
  const { stdout, stderr } = await visualize('--type', 'flow', '--output', 'flow.svg', '--width', '640');
  expect([stdout, stderr]).toEqual(['', 'Drawn to flow.svg\n']);
  expect(readFileSync(join(program.home, 'flow.svg'), 'utf8')).toMatch(/^<svg xmlns="[^"]+" width="640" /);
});

test('names the languages of a type when another one is asked for, and writes nothing', async () => {
  expect(await visualize('--type', 'impact', '--format', 'gnuplot', '--output', 'impact.gp')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('formats of impact: svg, ascii, d3, mermaid, dot'),
  });
  expect(existsSync(join(program.home, 'impact.gp'))).toBe(false);
  expect(await visualize()).toMatchObject({ status: 2, stderr: expect.stringContaining('one of: ') });
  expect((await visualize('--type', 'flow', '--width', '0')).status).toBe(2);
});

test('draws an empty ledger, and says that it is empty', async () => {
  await program.run('init', '-q', '-d', 'empty.db');
  for (const type of ['flow', 'dependencies', 'topology', 'impact']) {
    for (const format of ['svg', 'ascii', 'd3', 'mermaid', 'dot']) {
      const { status, stdout } = await visualize('-d', 'empty.db', '--type', type, '--format', format);
      expect({ type, format, status }).toEqual({ type, format, status: 0 });
      expect(stdout).toMatch(/No services are known|[Nn]othing (?:was deployed|runs)/);
    }
  }
});
