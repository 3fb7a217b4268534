import type { Command, Option } from 'commander';
import type { CommandEntry } from '../command-module.ts';
import { buildCommand } from '../parse-command.ts';

/** What a shell needs to know about one option. */
export interface CompletedOption {
  /** All its spellings, `-s` and `--service`. */
  readonly flags: readonly string[];
  readonly description: string;
  readonly takesValue: boolean;
  /** Its possible values; empty when they are not a closed list. */
  readonly values: readonly string[];
  /** Whether its value is a path. */
  readonly isPath: boolean;
}

export interface CompletedCommand {
  /** Its name, then its aliases. */
  readonly names: readonly string[];
  readonly summary: string;
  readonly options: readonly CompletedOption[];
  /** Possible values of its first operand. */
  readonly operands: readonly string[];
}

/** Every command with its options, as the programs' own definitions say. */
export async function describeProgram(commands: readonly CommandEntry[], program: string): Promise<CompletedCommand[]> {
  return Promise.all(commands.map((entry) => describeCommand(entry, program)));
}

async function describeCommand(entry: CommandEntry, program: string): Promise<CompletedCommand> {
  const { command: module } = await entry.load();
  const command = buildCommand(entry, module, program);
  return {
    names: [entry.name, ...(entry.aliases ?? [])],
    summary: entry.summary,
    options: optionsOf(command),
    operands: command.registeredArguments[0]?.argChoices ?? [],
  };
}

export function optionsOf(command: Command): CompletedOption[] {
  return command.createHelp().visibleOptions(command).map(describeOption);
}

function describeOption({ short, long, description, required, optional, argChoices, flags }: Option): CompletedOption {
  return {
    flags: [short, long].filter((flag) => flag !== undefined),
    description,
    takesValue: required || optional,
    values: argChoices ?? [],
    isPath: /<(?:path|file|folder)>/.test(flags),
  };
}
