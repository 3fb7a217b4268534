import { Option } from 'commander';
import { analysisTypes } from '../../../app/analyze/analysis-query.ts';
import { analysisQuery } from '../analyze/analysis-options.ts';
import { showAnalysis } from '../analyze/show-analysis.ts';
import type { CommandModule } from '../command-module.ts';
import { listed } from '../options/listed.ts';
import { clockOf } from '../options/times.ts';
import { addWindowOptions } from '../options/window.ts';
import { addTimeZoneOption } from '../shared-options.ts';
import { withLedger } from '../with-ledger.ts';

export const command: CommandModule = {
  examples: [
    'analyze --type failure-patterns',
    'analyze --type peak-times --tz Europe/Berlin',
    'analyze --type trend --service api --period 180',
    'analyze --type impact --service api',
    'analyze --type velocity --from 2026-01-01 --to 2026-04-01 --format json',
  ],
  description:
    'Find out what the deployments that ended in a window tell, in the environments of tier production unless one is named.',
  define(command) {
    command
      .optionsGroup('What to find out:')
      .addOption(listed(new Option('-t, --type <type>', 'of what kind'), analysisTypes))
      .option(
        '--threshold <share>',
        'share of false finds that is put up with (default: 0.05); of risk, the least shown',
      )
      .option('--span <time>', 'of dependencies: how soon failures spread, such as 30m (default: 1h)')
      .optionsGroup('Of what:')
      .option('-s, --service <name>', 'of this service, or all (default: all)')
      .option('-e, --environment <name>', 'of this environment (default: all of tier production)')
      .option('-p, --period <days>', 'of the last days (default: 90)');
    addWindowOptions(command).option('--known-at <time|index>', 'as the ledger knew it then, or up to that fact');
    addTimeZoneOption(command);
  },
  async run(call) {
    const query = analysisQuery(call.options, clockOf(call));
    const report = await withLedger(call, 'read', (ledger) => ledger.analyze(query));
    await showAnalysis(call.output, report);
  },
};
