import { Option } from 'commander';
import type { ExportOptions } from '../../../app/ledger.ts';
import { LedgerError } from '../../../domain/errors.ts';
import { instant } from '../../../domain/instant.ts';
import type { Call, CommandModule } from '../command-module.ts';
import { exportFormat, exportFormats, type TextFormat } from '../export/export-formats.ts';
import { listed } from '../options/listed.ts';
import { clockOf } from '../options/times.ts';
import { spanOf } from '../options/window.ts';
import { addTimeZoneOption } from '../shared-options.ts';
import { withLedger } from '../with-ledger.ts';

interface ExportCommandOptions {
  readonly format?: string;
  readonly output?: string;
  readonly service?: string;
  readonly environment?: string;
  readonly dateFrom?: string;
  readonly dateTo?: string;
}

export const command: CommandModule = {
  examples: [
    'export --format jsonl --output ledger.jsonl',
    'export --format csv --service api --date-from 2026-01-01 --date-to 2026-02-01',
    'export --format org --output report.org',
    'export --format sqlite --output ledger.sqlite',
    'export --format tlog --output ./exported-log',
  ],
  description:
    'Write the ledger for other programs: json, jsonl and sexp hold everything and can be imported again, csv has a row ' +
    'for each deployment, markdown and org are reports, sqlite is a database for questions in SQL, tlog is the log itself as static files.',
  ownFormat: true,
  define(command) {
    command
      .optionsGroup('What to write:')
      .addOption(
        listed(new Option('--format <format>', 'required; -f and its settings do not count here'), exportFormats),
      )
      .option('--output <path>', 'file, or directory of a tlog (default: standard output)')
      .option('-s, --service <name>', 'only of this service')
      .option('-e, --environment <name>', 'only to this environment')
      .option('--date-from <time>', 'from this time on')
      .option('--date-to <time>', 'before this time');
    addTimeZoneOption(command);
  },
  async run(call) {
    const { format: typed, output: path, ...options }: ExportCommandOptions = call.options;
    const format = exportFormat(typed);
    const { service, environment, dateFrom, dateTo } = options;
    const filter = { service, environment, ...spanOf({ from: dateFrom, to: dateTo }, clockOf(call), dateOptions) };
    if (format === 'tlog') await writeLog(call, path, filter);
    else if (format === 'sqlite') await writeDatabase(call, path, filter);
    else await writeText(call, format, path, filter);
    if (path !== undefined) await call.output.note(`Exported to ${path}`);
  },
};

const dateOptions = { from: '--date-from', to: '--date-to' };

async function writeText(
  call: Call,
  format: TextFormat,
  path: string | undefined,
  filter: ExportOptions,
): Promise<void> {
  const [{ exportText }, { writeFileWhole }] = await Promise.all([
    import('../export/export-text.ts'),
    import('../export/write-file.ts'),
  ]);
  await withLedger(call, 'read', async (ledger) => {
    const text = exportText(ledger, format, filter, instant(call.host.nowMs()));
    if (path !== undefined) return writeFileWhole(path, text);
    for await (const piece of text) await call.output.data(piece);
    return undefined;
  });
}

async function writeDatabase(call: Call, path: string | undefined, filter: ExportOptions): Promise<void> {
  if (path === undefined) {
    throw new LedgerError('invalid', 'a database cannot be printed: it needs a file', { hint: 'add --output FILE' });
  }
  await withLedger(call, 'read', async (ledger) => call.host.writeDatabase(path, await ledger.exportTables(filter)));
}

async function writeLog(call: Call, directory: string | undefined, filter: ExportOptions): Promise<void> {
  if (directory === undefined) {
    throw new LedgerError('invalid', 'a tlog is many files: it needs a directory', { hint: 'add --output DIRECTORY' });
  }
  if (Object.values(filter).some((value) => value !== undefined)) {
    throw new LedgerError('invalid', 'a tlog is the whole log: it cannot be filtered', {
      hint: 'leave out --service, --environment, --date-from and --date-to',
    });
  }
  const { exportTiles } = await import('../export/export-tiles.ts');
  await withLedger(call, 'sign', (ledger) => exportTiles(ledger, directory));
}
