import { instant } from '../../src/domain/instant.ts';
import type { BenchRow, Measurement } from '../bench-row.ts';
import { timeOfClaim } from '../fleet/fleet.ts';
import type { GrownLedger } from '../ledgers/grown-ledger.ts';
import { alternate } from '../measure/alternate.ts';
import { measureProgram } from '../programs/measure-program.ts';
import { onLedger } from '../programs/on-ledger.ts';
import { runProgram } from '../programs/run-program.ts';
import { count, duration, megabytes, times } from '../report/figures.ts';

const metrics = 'frequency,lead-time,change-fail-rate,recovery-time';
const dayMs = 86_400_000;

/** `show-metrics` as a process of its own: of all services by week, and of one, of which the cost must not grow with the ledger. */
export const doraProgram: BenchRow = {
  name: 'dora-program',
  goal: '',
  async run({ program, sizes, ledgerOf }) {
    const show = (toMs: number, ...more: string[]) => {
      const window = ['--from', instant(timeOfClaim(0)), '--to', instant(toMs)];
      return [program, 'show-metrics', '--metric', metrics, '--format', 'json', ...window, ...more];
    };
    const year = show(timeOfClaim(0) + 365 * dayMs, '--group-by', 'service,week');
    const [small, middle, large] = [
      await ledgerOf(sizes.smallLedger),
      await ledgerOf(sizes.middleLedger),
      await ledgerOf(sizes.largeLedger),
    ];
    const measurements = [middle, large].map((ledger): Measurement => {
      const { wallMs, peakBytes } = measureProgram(year, onLedger(ledger));
      const measured = `${duration(wallMs)}, ${megabytes(peakBytes)}`;
      return { what: `all services by week, cold, ${count(ledger.facts)} facts, start included`, measured };
    });
    const one = show(timeOfClaim(small.claims), '--service', 'service-007');
    const take = (ledger: GrownLedger) => runProgram(one, onLedger(ledger)).wallMs;
    const { measuredMs, baselineMs, ratio } = await alternate(sizes.rounds, async () => [take(large), take(small)]);
    return [
      ...measurements,
      {
        what: `one service over the same days, cold, ${count(large.facts)} facts`,
        measured: duration(measuredMs),
        baseline: `${duration(baselineMs)} at ${count(small.facts)} facts`,
        ratio: times(ratio),
      },
    ];
  },
};
