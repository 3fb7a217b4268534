import type { Command, CommanderError } from 'commander';
import { LedgerError } from '../../domain/errors.ts';
import { didYouMean } from '../../domain/suggest.ts';

/** Says what is wrong with a command line, in the form of all other errors. */
export function usageError({ code, message }: CommanderError, command: Command): LedgerError {
  const said = message.replace(/^error: /, '');
  if (code === 'commander.unknownOption') return unknownOption(said, command);
  return new LedgerError('invalid', said, { hint: `see: ${command.name()} --help` });
}

function unknownOption(said: string, command: Command): LedgerError {
  const [, typed = ''] = /'([^']*)'/.exec(said) ?? [];
  const known = command.options.flatMap(({ short, long }) => [short ?? '', long ?? '']);
  const word = typed.split('=')[0] ?? '';
  const near = word.startsWith('--') ? didYouMean(word, known) : '';
  return new LedgerError('invalid', `unknown option "${word}"${near}`, { hint: `see: ${command.name()} --help` });
}
