import { type Command, Option } from 'commander';
import { formats } from '../../renderers/format.ts';
import { listed } from './options/listed.ts';

/** The options of every command, which may also stand before its name; without `format` when it has one of its own. */
export function addSharedOptions(command: Command, ownFormat = false): Command {
  command
    .optionsGroup('Everywhere:')
    .option('-d, --database <path>', 'the ledger to work on (DEPLOY_LEDGER_DB)')
    .option('-c, --config <file>', 'file with settings (DEPLOY_LEDGER_CONFIG)');
  if (!ownFormat)
    command.addOption(listed(new Option('-f, --format <format>', 'how to write data (DEPLOY_LEDGER_FORMAT)'), formats));
  return command
    .option('-q, --quiet', 'print nothing but data and errors')
    .option('-V, --verbose', 'with an error, show where it happened')
    .helpOption('-h, --help', 'show this help');
}

/** The zone in which times are shown to people, and in which a date alone begins. */
export function addTimeZoneOption(command: Command): Command {
  return command.option('--tz <zone>', 'time zone of dates, such as Europe/Berlin (default: UTC)');
}
