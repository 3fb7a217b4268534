import type { Command, OptionValues } from 'commander';
import type { Host } from './host.ts';
import type { Output } from './output/output.ts';
import type { Settings } from './settings.ts';

export const commandGroups = ['Record', 'Ask', 'Serve', 'Prove', 'Move data', 'Set up'] as const;

/** What is known of a command before it is loaded. */
export interface CommandEntry {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly group: (typeof commandGroups)[number];
  readonly summary: string;
  load(): Promise<{ readonly command: CommandModule }>;
}

/** A command line that was understood, on its way to be carried out. */
export interface Call {
  readonly host: Host;
  readonly settings: Settings;
  readonly output: Output;
  /** Every command there is. */
  readonly commands: readonly CommandEntry[];
  readonly operands: readonly string[];
  /** Options by name in camel case; each command says in a type which it has. */
  readonly options: OptionValues;
}

/** One command. Its file is loaded only when it is called, or when its options are asked for. */
export interface CommandModule {
  /** Command lines without the program's name, the most usual first. */
  readonly examples: readonly string[];
  /** Says more than the summary in the table does. */
  readonly description?: string;
  /** Whether `--format` is the command's own option, so that `-f` and its setting say nothing about it. */
  readonly ownFormat?: true;
  /** Adds arguments and options. */
  define(command: Command): void;
  /** Carries it out; the result is the exit status, 0 when nothing is returned. */
  run(call: Call): Promise<number | undefined>;
}
