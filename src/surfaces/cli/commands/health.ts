import { Option } from 'commander';
import type { HealthQuery } from '../../../app/health/health-query.ts';
import type { Call, CommandModule } from '../command-module.ts';
import { showHealth } from '../health/show-health.ts';
import { listed } from '../options/listed.ts';
import { type PeriodOptions, periodOf } from '../options/period.ts';
import { clockOf, knownAt } from '../options/times.ts';
import { addWindowOptions } from '../options/window.ts';
import { wordOf } from '../options/words.ts';
import { addTimeZoneOption } from '../shared-options.ts';
import { withLedger } from '../with-ledger.ts';

interface HealthOptions extends PeriodOptions {
  readonly service?: string;
  readonly environment?: string;
  readonly knownAt?: string;
  readonly includeRecommendations?: string | boolean;
}

const choices = ['true', 'false', 'yes', 'no'] as const;

export const command: CommandModule = {
  examples: [
    'health',
    'health --service api',
    'health --environment staging --period 90',
    'health --include-recommendations false',
  ],
  description:
    'Score each service from 0 to 100 by its deployments in a window and its open incidents, with the number behind each part of ' +
    'the score and what would raise it most.',
  define(command) {
    command
      .optionsGroup('Of what:')
      .option('-s, --service <name>', 'of this service, or all (default: all)')
      .option('-e, --environment <name>', 'of this environment (default: all of tier production)')
      .option('-p, --period <days>', 'of the last days (default: 30)');
    addWindowOptions(command).option('--known-at <time|index>', 'as the ledger knew it then, or up to that fact');
    addTimeZoneOption(command)
      .optionsGroup('What to show:')
      .addOption(
        listed(
          new Option('--include-recommendations [choice]', 'what would raise the scores (default: true)'),
          choices,
        ),
      );
  },
  async run(call) {
    const query = healthQuery(call);
    const report = await withLedger(call, 'read', (ledger) => ledger.health(query));
    await showHealth(call, report);
  },
};

function healthQuery(call: Call): HealthQuery {
  const options: HealthOptions = call.options;
  const clock = clockOf(call);
  const { service, environment, includeRecommendations: include = true } = options;
  return {
    service: service === 'all' ? undefined : service,
    environment,
    ...periodOf(options, clock, 30),
    tz: clock.tz,
    knownAt: knownAt(options.knownAt, clock),
    recommendations: include === true || include === false ? include : isYes(include),
  };
}

function isYes(typed: string): boolean {
  const word = wordOf('--include-recommendations', typed, choices);
  return word === 'true' || word === 'yes';
}
