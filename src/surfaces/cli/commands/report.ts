import { Argument, Option } from 'commander';
import type { CommandModule } from '../command-module.ts';
import { listed } from '../options/listed.ts';
import { wordOf } from '../options/words.ts';
import { type ReportOptions, reportFormats, reportKinds } from '../report/report-options.ts';
import { addTimeZoneOption } from '../shared-options.ts';

export const command: CommandModule = {
  examples: [
    'report post-mortem INC-7',
    'report post-mortem deploy-1705339200-4f9k2mq7xr --format org --output post-mortem.org',
    'report changes --from 2026-01-01 --to 2026-02-01 --environment production --output changes-2026-01.zip',
    'report changes --from 2026-01-01 --to 2026-02-01 --sample 40 --seed "auditor, 12 March" --output changes.zip',
  ],
  description:
    'Write a post-mortem of a deployment or an incident: what happened when, who did it, what else went on, and what the ledger cannot answer. ' +
    'Or write the change report of an audit: every change of a period and a sample of them, with all that it takes to verify it offline, in ' +
    'one ZIP; `verify FILE.zip` does.',
  ownFormat: true,
  define(command) {
    command
      .addArgument(listed(new Argument('<kind>', reportKinds.join(' or ')), reportKinds))
      .argument('[id]', 'of a post-mortem: the deployment or incident')
      .optionsGroup('Where to:')
      .option('--output <file>', 'the file (post-mortem: standard output by default)')
      .optionsGroup('Of a post-mortem:')
      .addOption(listed(new Option('-f, --format <format>', 'how to write it (default: markdown)'), reportFormats))
      .optionsGroup('Of changes:')
      .option('--from <time>', 'changes that happened from this time on: 2026-01-01 …')
      .option('--to <time>', 'and before this time (default: now)')
      .option('-s, --service <name>', 'only of this service')
      .option('-e, --environment <name>', 'only to this environment')
      .option('--sample <count>', 'changes to draw and prove one by one (default: 25)')
      .option('--seed <text>', 'what to draw them by, so that they can be drawn again (default: the root of the log)');
    addTimeZoneOption(command);
  },
  async run(call) {
    const [kind = '', id] = call.operands;
    const options: ReportOptions = call.options;
    if (wordOf('report', kind, reportKinds) === 'post-mortem') {
      const { writePostMortem } = await import('../report/write-post-mortem.ts');
      return writePostMortem(call, id, options);
    }
    const { writeChangeReport } = await import('../report/write-change-report.ts');
    return writeChangeReport(call, id, options);
  },
};
