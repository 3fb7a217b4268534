import { Argument, Command } from 'commander';
import type { CommandModule } from '../command-module.ts';
import { bashCompletion } from '../completion/bash.ts';
import { describeProgram, optionsOf } from '../completion/describe-program.ts';
import { fishCompletion } from '../completion/fish.ts';
import { zshCompletion } from '../completion/zsh.ts';
import { listed } from '../options/listed.ts';
import { wordOf } from '../options/words.ts';
import { addSharedOptions } from '../shared-options.ts';

const scripts = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion } as const;
const shells = ['bash', 'zsh', 'fish'] as const satisfies readonly (keyof typeof scripts)[];

/** The names under which the program is installed. */
const programs = ['deploy-ledger', 'gdl', 'guile-deploy-ledger'];

export const command: CommandModule = {
  examples: [
    'completion bash >> ~/.bash_completion',
    'completion zsh > ~/.zfunc/_deploy-ledger',
    'completion fish | source',
  ],
  description: 'Print a script that completes commands, options and their values.',
  define(command) {
    command.addArgument(listed(new Argument('<shell>', 'which shell'), shells));
  },
  async run({ operands: [shell = ''], commands, host, output }) {
    const write = scripts[wordOf('completion', shell, shells)];
    const shared = optionsOf(addSharedOptions(new Command()));
    await output.data(write(programs, shared, await describeProgram(commands, host.program)));
  },
};
