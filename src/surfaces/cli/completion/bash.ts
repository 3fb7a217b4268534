import type { CompletedCommand, CompletedOption } from './describe-program.ts';

/** A completion script for bash 4 and later; it needs nothing else, not even bash-completion. */
export function bashCompletion(
  programs: readonly string[],
  shared: readonly CompletedOption[],
  commands: readonly CompletedCommand[],
): string {
  const names = commands.flatMap(({ names }) => names);
  return `# Completion for bash. Put it to use with: source <(${programs[0]} completion bash)
_deploy_ledger() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD - 1]} command= i
  COMPREPLY=()
  # An option with an equals sign comes as three words.
  [[ $current == '=' ]] && current=
  [[ $previous == '=' ]] && previous=\${COMP_WORDS[COMP_CWORD - 2]}
  for ((i = 1; i < COMP_CWORD; i++)); do
    case \${COMP_WORDS[i]} in
      ${valueFlags(shared)}) ((i++)) ;;
      -*) ;;
      *) command=\${COMP_WORDS[i]}; break ;;
    esac
  done
  case $command in
    '')
      case $previous in
${cases(shared, '        ')}
      esac
      _deploy_ledger_words '${[...names, 'help', ...flagsOf(shared), '--version'].join(' ')}'
      ;;
    help) _deploy_ledger_words '${names.join(' ')}' ;;
${commands.map(commandCase).join('\n')}
  esac
}
_deploy_ledger_words() { mapfile -t COMPREPLY < <(compgen -W "$1" -- "$current"); }
_deploy_ledger_paths() { compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- "$current"); }
complete -F _deploy_ledger ${programs.join(' ')}
`;
}

function commandCase({ names, options, operands }: CompletedCommand): string {
  const words =
    operands.length === 0 ? '' : `_deploy_ledger_words '${operands.join(' ')}'\n        [[ \${COMPREPLY[*]} ]] || `;
  return `    ${names.join('|')})
      case $previous in
${cases(options, '        ')}
      esac
      if [[ $current == -* ]]; then
        _deploy_ledger_words '${flagsOf(options).join(' ')}'
      else
        ${words}_deploy_ledger_paths
      fi
      ;;`;
}

/** What follows an option: one of its values, a path, or something that nobody can guess. */
function cases(options: readonly CompletedOption[], indent: string): string {
  return options
    .filter(({ takesValue }) => takesValue)
    .map(({ flags, values, isPath }) => {
      const words = values.length > 0 ? `_deploy_ledger_words '${values.join(' ')}'; ` : '';
      return `${indent}${flags.join('|')}) ${isPath ? '_deploy_ledger_paths; ' : words}return ;;`;
    })
    .join('\n');
}

function valueFlags(options: readonly CompletedOption[]): string {
  return flagsOf(options.filter(({ takesValue }) => takesValue)).join('|');
}

function flagsOf(options: readonly CompletedOption[]): string[] {
  return options.flatMap(({ flags }) => flags);
}
