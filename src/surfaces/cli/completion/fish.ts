import type { CompletedCommand, CompletedOption } from './describe-program.ts';

/** A completion script for fish. */
export function fishCompletion(
  programs: readonly string[],
  shared: readonly CompletedOption[],
  commands: readonly CompletedCommand[],
): string {
  const noCommand = '__fish_use_subcommand';
  const lines = [
    ...commands.flatMap(({ names, summary }) => names.map((name) => `-n ${noCommand} -a ${name} -d ${quote(summary)}`)),
    ...shared.map((option) => `-n ${noCommand} ${optionWords(option)}`),
    ...commands.flatMap(commandLines),
  ];
  const written = programs.flatMap((program) => [
    `complete -c ${program} -f`,
    ...lines.map((line) => `complete -c ${program} ${line}`),
  ]);
  return `# Completion for fish. Put it to use with: ${programs[0]} completion fish | source\n${written.join('\n')}\n`;
}

function commandLines({ names, options, operands }: CompletedCommand): string[] {
  const seen = quote(`__fish_seen_subcommand_from ${names.join(' ')}`);
  const values = operands.length === 0 ? [] : [`-n ${seen} -a ${quote(operands.join(' '))}`];
  return [...options.map((option) => `-n ${seen} ${optionWords(option)}`), ...values, `-n ${seen} -F`].filter(
    (line) => operands.length === 0 || !line.endsWith('-F'),
  );
}

function optionWords({ flags, description, takesValue, values, isPath }: CompletedOption): string {
  const spellings = flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`));
  const list = values.length > 0 ? ` -a ${quote(values.join(' '))}` : '';
  const value = takesValue ? (isPath ? ' -rF' : ` -x${list}`) : '';
  return `${spellings.join(' ')}${value} -d ${quote(description)}`;
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
