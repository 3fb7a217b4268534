import type { Command } from 'commander';
import { limit } from './numbers.ts';

/** How much of a list is wanted, as it was typed. */
export interface PageOptions {
  readonly limit?: string;
  readonly cursor?: string;
}

export function addPageOptions(command: Command): Command {
  return command
    .optionsGroup('How many:')
    .option('-l, --limit <count>', 'at most so many, or all', '10')
    .option('--cursor <cursor>', 'go on where an earlier answer ended');
}

export function pageOf({ limit: text = '10', cursor }: PageOptions) {
  return { limit: limit(text), cursor };
}
