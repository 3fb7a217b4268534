import { Command, CommanderError, type OptionValues } from 'commander';
import type { CommandEntry, CommandModule } from './command-module.ts';
import { arrangeHelp } from './help/arrange-help.ts';
import { addSharedOptions } from './shared-options.ts';
import { usageError } from './usage-error.ts';

/** What a command line says to a command: to do something, or to show its help. */
export type ParsedCommand =
  | { readonly operands: readonly string[]; readonly options: OptionValues }
  | { readonly help: string };

/** The command as commander knows it, with all of its options. */
export function buildCommand(entry: CommandEntry, module: CommandModule, program: string): Command {
  const command = new Command(`${program} ${entry.name}`).description(descriptionOf(entry, module));
  command.allowExcessArguments(false);
  module.define(command);
  return addSharedOptions(command, module.ownFormat);
}

/**
 * Reads what follows the name of a command; `width` is that of the help in columns.
 * @throws LedgerError `invalid` for unknown options, missing operands and the like, saying what was probably meant.
 */
export function parseCommand(
  command: Command,
  args: readonly string[],
  { examples, width }: { readonly examples: readonly string[]; readonly width: number },
): ParsedCommand {
  let help = '';
  arrangeHelp(command, examples, width);
  command.exitOverride().configureOutput({
    writeOut: (text) => {
      help += text;
    },
    outputError: () => undefined,
    getOutHelpWidth: () => width,
    getOutHasColors: () => false,
  });
  try {
    command.action(() => undefined).parse([...args], { from: 'user' });
    return { operands: command.args, options: command.opts() };
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === 'commander.helpDisplayed') return { help };
    throw usageError(error, command);
  }
}

function descriptionOf({ summary, aliases = [] }: CommandEntry, { description }: CommandModule): string {
  const sentence = description ?? `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`;
  return aliases.length === 0 ? sentence : `${sentence} Also called ${aliases.join(', ')}.`;
}
