import type { Command, Option } from 'commander';

/** Puts examples first in a command's help, and says values and defaults in few words. */
export function arrangeHelp(command: Command, examples: readonly string[]): void {
  const program = command.name().split(' ')[0] ?? '';
  const lines = examples.map((example) => `  ${program} ${example}`);
  command.addHelpText('before', `Examples:\n${lines.join('\n')}\n`);
  command.configureHelp({
    optionDescription: describeOption,
    argumentDescription: ({ description, argChoices }) => withValues(description, argChoices),
  });
}

function describeOption({ description, argChoices, defaultValue, defaultValueDescription }: Option): string {
  const usual = defaultValueDescription ?? (defaultValue === undefined ? undefined : String(defaultValue));
  const described = withValues(description, argChoices);
  return usual === undefined ? described : `${described} (default: ${usual})`;
}

function withValues(description: string, values: readonly string[] | undefined): string {
  return values === undefined ? description : `${description}: ${values.join(', ')}`;
}
