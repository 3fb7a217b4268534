import { Command, type OptionValues } from 'commander';
import { LedgerError } from '../../domain/errors.ts';
import { didYouMean } from '../../domain/suggest.ts';
import { commandNames } from './command-table.ts';
import { addSharedOptions } from './shared-options.ts';

/** A command line as far as it says to which command it goes. */
export interface RootLine {
  /** Options that stand before the command's name. */
  readonly options: OptionValues;
  /** As it was typed; absent when the line names none. */
  readonly name: string | undefined;
  readonly rest: readonly string[];
}

/**
 * Reads a command line up to the name of the command.
 * @throws LedgerError `invalid` for an option that is none of the program's.
 */
export function parseRoot(argv: readonly string[]): RootLine {
  const root = addSharedOptions(new Command()).helpOption(false).passThroughOptions();
  root.option('-v, --version').option('-h, --help').exitOverride();
  const { operands, unknown } = root.parseOptions([...argv]);
  if (unknown[0] !== undefined) throw unknownOption(unknown[0], root);
  const [name, ...rest] = operands;
  return { options: root.opts(), name, rest };
}

function unknownOption(typed: string, root: Command): LedgerError {
  const known = root.options.flatMap(({ long }) => long ?? []);
  return new LedgerError('invalid', `unknown option "${typed}"${didYouMean(typed, known)}`, {
    hint: 'options of a command follow its name, as in: deploy-ledger list-deployments --service api',
  });
}

export function unknownCommand(typed: string): LedgerError {
  return new LedgerError('invalid', `unknown command "${typed}"${didYouMean(typed, commandNames())}`, {
    hint: 'see all commands with: deploy-ledger --help',
  });
}
