import { Argument, Option } from 'commander';
import type { CommandModule } from '../command-module.ts';
import { eachWords, importKinds } from '../import/import-kinds.ts';
import { type ImportOptions, importRequest } from '../import/import-request.ts';
import { importWithProgress } from '../import/import-with-progress.ts';
import { tellImport } from '../import/tell-import.ts';
import { listed } from '../options/listed.ts';
import { gather, gatherList } from '../options/lists.ts';

interface ImportCommandOptions extends ImportOptions {
  readonly strict?: boolean;
  readonly dryRun?: boolean;
}

export const command: CommandModule = {
  examples: [
    'import git .',
    'import csv deployments.csv --map version=tag,finishedAt=time --constant environment=production',
    'import csv releases.csv --rollback-when kind=rollback --dry-run',
    'import github deployments.json --service api',
  ],
  description: 'Record what another source knows. Doing it again records nothing twice.',
  define(command) {
    command
      .addArgument(listed(new Argument('<kind>', 'where it comes from'), importKinds))
      .argument('[file]', 'a file, gzip or not; - is standard input; the repository for git (default: .)')
      .optionsGroup('From git:')
      .option('--tags <patterns>', 'tags that are deployments (default: those that look like versions)', gatherList)
      .addOption(listed(new Option('--each <what>', 'what is a deployment (default: tag)'), eachWords))
      .optionsGroup('From csv:')
      .option('--map <field=column>', 'which column fills a field; a comma list, may be repeated', gather)
      .option('--constant <field=value>', 'the same value for every row; a comma list, may be repeated', gather)
      .option('--rollback-when <column=value>', 'rows that are rollbacks')
      .optionsGroup('From github and gitlab:')
      .option('--statuses <file>', 'statuses of the deployments, when github gave them apart')
      .option('--project <path>', 'the gitlab project, when the file does not say')
      .optionsGroup('What it is about:')
      .option('-s, --service <name>', 'the service, when the source does not say')
      .option('-e, --environment <name>', 'the environment, when the source does not say')
      .optionsGroup('Recording:')
      .option('--strict', 'stop at the first record that is refused')
      .option('--dry-run', 'say what would become of each record, and record nothing');
  },
  async run(call) {
    const { host, operands, output } = call;
    const { strict = false, dryRun = false, ...options }: ImportCommandOptions = call.options;
    const request = importRequest(operands, options);
    const source = await host.openSource(request);
    const report = await importWithProgress(call, source, { source: request.kind, strict, dryRun });
    for (const note of source.notes()) await output.note(note);
    await tellImport(output, report, dryRun);
  },
};
