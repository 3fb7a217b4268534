import type { RunningView } from '../../../app/views.ts';
import type { Column } from '../../../renderers/column.ts';
import { showsAges, type TimeStyle, timeCell } from '../columns/time-cell.ts';
import { timeStyle } from '../columns/time-style.ts';
import { toneOf } from '../columns/tones.ts';
import type { CommandModule } from '../command-module.ts';
import { clockOf, knownAt, time } from '../options/times.ts';
import { addTimeZoneOption } from '../shared-options.ts';
import { withLedger } from '../with-ledger.ts';

interface RunningOptions {
  readonly service?: string;
  readonly environment?: string;
  readonly region?: string;
  readonly asOf?: string;
  readonly knownAt?: string;
}

export const command: CommandModule = {
  examples: ['running', 'running --environment production --as-of "2026-01-15 10:00"'],
  define(command) {
    command
      .optionsGroup('Which:')
      .option('-s, --service <name>', 'this service')
      .option('-e, --environment <name>', 'in this environment')
      .option('--region <name>', 'in this region')
      .option('--as-of <time>', 'what ran at that time')
      .option('--known-at <time|index>', 'as the ledger knew it then, or up to that fact');
    addTimeZoneOption(command);
  },
  async run(call) {
    const { service, environment, region, ...options }: RunningOptions = call.options;
    const clock = clockOf(call);
    const query = {
      service,
      environment,
      region,
      asOfMs: time('--as-of', options.asOf, clock),
      knownAt: knownAt(options.knownAt, clock),
    };
    const rows = await withLedger(call, 'read', (ledger) => ledger.running(query));
    await call.output.rows(rows, {
      columns: columns(timeStyle(call)),
      empty: 'Nothing runs there, as far as is known.',
    });
  },
};

function columns(style: TimeStyle): readonly Column<RunningView>[] {
  return [
    { name: 'service', value: ({ service }) => service },
    { name: 'environment', value: ({ environment }) => environment },
    { name: 'region', value: ({ region }) => region },
    { name: 'version', value: ({ version }) => version },
    { name: showsAges(style) ? 'age' : 'since', value: ({ since }) => timeCell(since, style) },
    { name: 'health', value: ({ health }) => health, style: toneOf },
    { name: 'deployment', value: ({ deployment }) => deployment, wide: true },
  ];
}
