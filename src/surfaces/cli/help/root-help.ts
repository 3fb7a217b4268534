import { commandGroups } from '../command-module.ts';
import { commandTable } from '../command-table.ts';

const termWidth = 30;

/** The help of the program as a whole: what to type first, and all commands by what they are for. */
export function rootHelp(program: string): string {
  return [
    'Examples:',
    ...firstSteps.map((example) => `  ${program} ${example}`),
    '',
    `Usage: ${program} <command> [options]`,
    '',
    'The flight recorder for deployments: what was deployed, where, when, by whom and',
    'how it went, as facts that nobody can change unnoticed.',
    ...commandGroups.flatMap(groupLines),
    '',
    'Everywhere:',
    ...shared.map(([term, description]) => helpLine(term, description)),
    '',
    `More about a command: ${program} <command> --help`,
    '',
  ].join('\n');
}

const firstSteps = ['import git .', 'record -s api -v 2.3.0 -e production', 'show-metrics --service api'];

const shared = [
  ['-d, --database <path>', 'the ledger to work on'],
  ['-f, --format <format>', 'table, wide, json, jsonl, yaml, csv, markdown …'],
  ['-c, --config <file>', 'file with settings'],
  ['-q, --quiet', 'print nothing but data and errors'],
  ['-V, --verbose', 'with an error, show where it happened'],
  ['-h, --help', 'show the help of the program or of a command'],
  ['-v, --version', "show the program's version"],
] as const;

function groupLines(group: string): string[] {
  const entries = commandTable.filter((entry) => entry.group === group);
  return ['', `${group}:`, ...entries.map(({ name, summary }) => helpLine(name, summary))];
}

function helpLine(term: string, description: string): string {
  return `  ${term.padEnd(termWidth - 2)}${description}`;
}
