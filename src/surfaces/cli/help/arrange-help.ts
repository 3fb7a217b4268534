import type { Command, Option } from 'commander';
import { exampleLines } from './example-lines.ts';

/** Puts examples first in a command's help, and says values and defaults in few words. */
export function arrangeHelp(command: Command, examples: readonly string[], width: number): void {
  const program = command.name().split(' ')[0] ?? '';
  const lines = examples.flatMap((example) => exampleLines(`${program} ${example}`, width));
  command.addHelpText('before', `Examples:\n${lines.join('\n')}\n`);
  command.configureHelp({
    optionDescription: describeOption,
    argumentDescription: ({ description, argChoices }) => withValues(description, argChoices),
  });
}

function describeOption({ description, argChoices, defaultValue }: Option): string {
  const described = withValues(description, argChoices);
  return defaultValue === undefined ? described : `${described} (default: ${defaultValue})`;
}

function withValues(description: string, values: readonly string[] | undefined): string {
  return values === undefined ? description : `${description}: ${values.join(', ')}`;
}
