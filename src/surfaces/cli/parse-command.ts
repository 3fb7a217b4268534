import { Command, CommanderError } from 'commander';
import type { CommandModule } from './command-module.ts';
import type { CommandEntry } from './command-table.ts';
import { describeHelp } from './help/command-help.ts';
import { addSharedOptions } from './shared-options.ts';
import { usageError } from './usage-error.ts';

export interface ParsedCommand {
  readonly operands: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
}

/** The command as commander knows it, with every option. */
export function buildCommand(entry: CommandEntry, module: CommandModule, program: string): Command {
  const command = new Command(`${program} ${entry.name}`).description(module.description ?? entry.summary);
  command.exitOverride().helpOption(false).allowExcessArguments(false);
  command.configureOutput({ writeErr: () => undefined, outputError: () => undefined });
  module.define(command);
  addSharedOptions(command).option('-h, --help', 'show this help');
  return command;
}

/**
 * Reads what follows the name of a command, or gives its help when that is asked for.
 * @throws LedgerError `invalid` for unknown options, missing operands and the like, saying what was probably meant.
 */
export function parseCommand(
  command: Command,
  args: readonly string[],
): ParsedCommand | 'help' {
  try {
    command.action(() => undefined).parse([...args], { from: 'user' });
    return { operands: command.args, options: command.opts() };
  } catch (error) {
    if (error instanceof CommanderError) throw usageError(error, command);
    throw error;
  }
}
