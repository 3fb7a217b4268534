import type { BenchRow } from '../bench-row.ts';
import type { GrownLedger } from '../ledgers/grown-ledger.ts';
import { measureProgram } from '../programs/measure-program.ts';
import { onLedger } from '../programs/on-ledger.ts';
import { count, duration, megabytes, times } from '../report/figures.ts';

const goal = 100_000;

/**
 * `verify --only log` as a process of its own: facts by the second of processor time of all its threads, so that a second core
 * does not help, and the most memory that it takes on a small log and on a large one.
 */
export const verifyLog: BenchRow = {
  name: 'verify-log',
  goal: `≥ ${count(goal)}/s`,
  async run({ program, sizes, ledgerOf }) {
    const verify = (ledger: GrownLedger) =>
      measureProgram([program, 'verify', '--only', 'log', '--format', 'json'], onLedger(ledger));
    const [middle, large] = [await ledgerOf(sizes.middleLedger), await ledgerOf(sizes.largeLedger)];
    const [ofMiddle, ofLarge] = [verify(middle), verify(large)];
    const rate = large.facts / (ofLarge.cpuMs / 1000);
    return [
      {
        what: `${count(large.facts)} facts in ${duration(ofLarge.wallMs)}, start included`,
        measured: `${count(rate)}/s`,
        met: rate >= goal,
      },
      {
        what: `peak memory at ${count(large.facts)} facts`,
        measured: megabytes(ofLarge.peakBytes),
        baseline: `${megabytes(ofMiddle.peakBytes)} at ${count(middle.facts)} facts`,
        ratio: times(ofLarge.peakBytes / ofMiddle.peakBytes),
      },
    ];
  },
};
