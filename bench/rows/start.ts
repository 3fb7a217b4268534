import type { BenchRow, Measurement } from '../bench-row.ts';
import { copyLedger } from '../ledgers/grown-ledger.ts';
import { alternate, type Comparison } from '../measure/alternate.ts';
import { onLedger } from '../programs/on-ledger.ts';
import { runProgram } from '../programs/run-program.ts';
import { duration, times } from '../report/figures.ts';

const goal = 1.5;

const recording = 'record-deployment --service service-007 --version 7.0 --environment production --initiator ci-bot';
const reading = ['list-deployments', 'running', '--version'];

/** Whole processes of the built program, fsync and signature included, against a Node that does nothing. */
export const start: BenchRow = {
  name: 'start',
  goal: `≤ ${goal} ×`,
  async run({ program, sizes, ledgerOf, directory }) {
    const env = onLedger(copyLedger(await ledgerOf(sizes.smallLedger), directory('start')));
    const compare = (command: string) =>
      alternate(sizes.processStarts, async () => [
        runProgram([program, ...command.split(' ')], env).wallMs,
        runProgram(['-e', '0']).wallMs,
      ]);
    const recorded = await compare(recording);
    const measurements: Measurement[] = [{ ...measurementOf(recording, recorded), met: recorded.ratio <= goal }];
    for (const command of reading) measurements.push(measurementOf(command, await compare(command)));
    return measurements;
  },
};

function measurementOf(command: string, { measuredMs, baselineMs, ratio }: Comparison): Measurement {
  return {
    what: command.split(' ')[0] ?? command,
    measured: duration(measuredMs),
    baseline: `${duration(baselineMs)} node -e 0`,
    ratio: times(ratio),
  };
}
