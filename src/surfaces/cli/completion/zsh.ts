import type { CompletedCommand, CompletedOption } from './describe-program.ts';

/** A completion script for zsh, for the folder of functions or to be sourced after compinit. */
export function zshCompletion(
  programs: readonly string[],
  shared: readonly CompletedOption[],
  commands: readonly CompletedCommand[],
): string {
  return `#compdef ${programs.join(' ')}
# Completion for zsh. Put it to use with: source <(${programs[0]} completion zsh)
_deploy_ledger() {
  local curcontext=$curcontext state line
  local -a commands
  commands=(
${commands.flatMap(({ names, summary }) => names.map((name) => `    ${quote(`${name}:${summary.replaceAll(':', '\\:')}`)}`)).join('\n')}
  )
  _arguments -C \\
${shared.flatMap(specs).join(' \\\n')} \\
    '1:command:->command' '*::argument:->argument' && return
  case $state in
    command) _describe -t commands command commands ;;
    argument)
      curcontext=\${curcontext%:*}-$line[1]:
      case $line[1] in
${commands.map(commandCase).join('\n')}
      esac
      ;;
  esac
}
if [[ $funcstack[1] == _deploy_ledger ]]; then _deploy_ledger "$@"; else compdef _deploy_ledger ${programs.join(' ')}; fi
`;
}

function commandCase({ names, options, operands }: CompletedCommand): string {
  const first =
    operands.length === 0 ? `'*:file:_files'` : `${quote(`1:value:(${operands.join(' ')})`)} '*:file:_files'`;
  return `        ${names.join('|')})
          _arguments \\
${options.flatMap(specs).join(' \\\n')} \\
            ${first} ;;`;
}

/** One spec for each spelling: all of them exclude one another, unless the option may be repeated. */
function specs({ flags, description, takesValue, values, isPath }: CompletedOption): string[] {
  const what = description.replace(/[[\]:]/g, '\\$&');
  const action = isPath ? '_files' : values.length > 0 ? `(${values.join(' ')})` : ' ';
  const value = takesValue ? `:value:${action}` : '';
  return flags.map((flag) => {
    const glue = takesValue && flag.startsWith('--') ? '=' : '';
    return `    ${quote(`*${flag}${glue}[${what}]${value}`)}`;
  });
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
