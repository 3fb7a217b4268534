import { expect, test } from 'vitest';
import { commandNamed, commandTable } from '../command-table.ts';
import { buildCommand, parseCommand } from '../parse-command.ts';

/** The words of a line as a shell would find them, as far as examples use one; what is piped or redirected is none. */
function words(line: string): string[] {
  const [own = ''] = line.split(/ [>|&] ?/);
  return [...own.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare = '']) => quoted ?? bare);
}

test.each(commandTable.map((entry) => [entry.name, entry] as const))(
  '%s has examples that it understands',
  async (_, entry) => {
    const { command } = await entry.load();
    expect(command.examples.length).toBeGreaterThan(0);
    for (const example of command.examples) {
      const [name = '', ...args] = words(example);
      const called = commandNamed(name);
      if (called === undefined) throw new Error(`"${name}" is no command`);
      const module = (await called.load()).command;
      const line = parseCommand(buildCommand(called, module, 'gdl'), args, { examples: [], width: 80 });
      expect(line).toHaveProperty('options');
    }
    expect(command.examples.some((example) => commandNamed(words(example)[0] ?? '') === entry)).toBe(true);
  },
);

test.each(commandTable.map((entry) => [entry.name, entry] as const))(
  'the help of %s fits 80 columns',
  async (_, entry) => {
    const { command } = await entry.load();
    const line = parseCommand(buildCommand(entry, command, 'guile-deploy-ledger'), ['--help'], {
      examples: command.examples,
      width: 80,
    });
    const help = 'help' in line ? line.help : '';
    expect(help).toMatch(/^Examples:\n {2}guile-deploy-ledger /);
    const tooWide = help.split('\n').filter((text) => text.length > 80);
    expect(tooWide).toEqual([]);
  },
);
