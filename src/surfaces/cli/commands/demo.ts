import type { Ledger } from '../../../app/ledger.ts';
import { LedgerError } from '../../../domain/errors.ts';
import { instantMs } from '../../../domain/instant.ts';
import type { CommandModule } from '../command-module.ts';
import { importWithProgress } from '../import/import-with-progress.ts';
import { tellImport } from '../import/tell-import.ts';
import { withLedger } from '../with-ledger.ts';

const source = 'demo';
const minuteMs = 60_000;

interface DemoOptions {
  readonly seed?: string;
}

export const command: CommandModule = {
  examples: ['demo --database demo.db', 'demo --seed 7'],
  description:
    'Fill an empty ledger with half a year of a made-up fleet: some thousands of deployments with rollbacks and incidents. ' +
    'It never mixes with other facts.',
  define(command) {
    command.optionsGroup('The fleet:').option('--seed <text>', 'another seed makes up another fleet (default: demo)');
  },
  async run(call) {
    const { seed = 'demo' }: DemoOptions = call.options;
    const nowMs = await withLedger(call, 'record', (ledger) => beginning(ledger, call.host.nowMs()));
    const report = await importWithProgress(call, await call.host.demoSource(seed, nowMs), { source });
    await tellImport(call.output, report, false);
    await call.output.note('Look at it with: deploy-ledger running, or deploy-ledger show-metrics --group-by service');
  },
};

/**
 * The moment up to which the fleet is told. A demo that was interrupted goes on with the moment of its first fact, to the minute,
 * so that it tells the same.
 * @throws LedgerError `conflict` when the ledger holds other facts. The first and the last tell: a demo only ever follows a demo.
 */
async function beginning(ledger: Ledger, nowMs: number): Promise<number> {
  const size = await ledger.size();
  if (size === 0) return wholeMinute(nowMs);
  const first = await factAt(ledger, 0);
  const last = await lastClaimed(ledger, size);
  if (first.source === source && last.source === source) return wholeMinute(instantMs(first.recordedAt));
  throw new LedgerError('conflict', `the ledger holds ${size} facts that are no demo, and the two must not mix`, {
    hint: 'make another one: deploy-ledger init -d demo.db && deploy-ledger demo -d demo.db',
  });
}

/** The last fact that somebody claimed: deployments of the demo itself that are under way are overdue in the end. */
async function lastClaimed(ledger: Ledger, size: number): Promise<{ readonly source: string }> {
  let index = size - 1;
  let fact = await factAt(ledger, index);
  while (fact.source === 'deadline' && index > 0) fact = await factAt(ledger, --index);
  return fact;
}

function wholeMinute(ms: number): number {
  return Math.floor(ms / minuteMs) * minuteMs;
}

async function factAt(ledger: Ledger, index: number): Promise<{ source: string; recordedAt: string }> {
  return JSON.parse((await ledger.prove(index)).fact);
}
