import type { OptionValues } from 'commander';
import type { Call, CommandEntry } from './command-module.ts';
import { commandNamed, commandTable } from './command-table.ts';
import { errorText } from './error-text.ts';
import { exitStatus } from './exit-status.ts';
import type { Host } from './host.ts';
import { Output } from './output/output.ts';
import { buildCommand, parseCommand } from './parse-command.ts';
import { parseRoot, unknownCommand } from './parse-root.ts';

const widestHelp = 100;

/** Carries out one command line, given without the program's name. Returns the exit status and never throws. */
export async function runCli(argv: readonly string[], host: Host): Promise<number> {
  try {
    return await dispatch(argv, host);
  } catch (error) {
    const verbose = asksForDetails(argv);
    await host.stderr.write(errorText(error, { color: host.stderr.color, verbose }));
    return exitStatus(error);
  }
}

async function dispatch(argv: readonly string[], host: Host): Promise<number> {
  const { options, name, rest } = parseRoot(argv);
  if (options['version'] === true) return print(host, `${host.program} ${host.version}\n`);
  const asked = name === 'help' ? rest[0] : name;
  if (asked === undefined) return print(host, (await import('./help/root-help.ts')).rootHelp(host.program));
  const entry = commandNamed(asked);
  if (entry === undefined) throw unknownCommand(asked);
  const wantsHelp = name === 'help' || options['help'] === true;
  return runCommand(entry, wantsHelp ? ['--help'] : rest, options, host);
}

async function runCommand(
  entry: CommandEntry,
  args: readonly string[],
  rootOptions: OptionValues,
  host: Host,
): Promise<number> {
  const { command } = await entry.load();
  const width = Math.min(host.stdout.width ?? 80, widestHelp);
  const line = parseCommand(buildCommand(entry, command, host.program), args, { examples: command.examples, width });
  if ('help' in line) return print(host, line.help);
  const { format: rootFormat, ...others } = rootOptions;
  const options = { ...(command.ownFormat ? others : rootOptions), ...line.options };
  const format = command.ownFormat ? rootFormat : options['format'];
  return (await command.run(await callOf(line.operands, options, format, host))) ?? 0;
}

async function callOf(
  operands: readonly string[],
  options: OptionValues,
  format: string | undefined,
  host: Host,
): Promise<Call> {
  const { database, config, quiet } = options;
  const settings = await host.settings({ database, config, format });
  const output = new Output({
    stdout: host.stdout,
    stderr: host.stderr,
    format: settings.format,
    quiet: quiet === true,
  });
  for (const warning of settings.warnings) await output.warn(warning);
  return { host, settings, output, operands, options, commands: commandTable };
}

async function print({ stdout }: Host, text: string): Promise<number> {
  await stdout.write(text);
  return 0;
}

/** The line may be the very thing that is wrong, so this is no question for the parser. */
function asksForDetails(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  const own = end === -1 ? argv : argv.slice(0, end);
  return own.includes('--verbose') || own.includes('-V');
}
