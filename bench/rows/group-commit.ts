import type { BenchRow } from '../bench-row.ts';
import { copyLedger } from '../ledgers/grown-ledger.ts';
import { type OpenedLedger, openGrown, recordAll } from '../ledgers/open-grown.ts';
import { alternate } from '../measure/alternate.ts';
import { timeMs } from '../measure/time.ts';
import { count, times } from '../report/figures.ts';

const goal = 8;
const callers = 64;

/**
 * Acknowledged, durable records a second from callers who each wait for their own, in this process: 64 at a time, whose records
 * share commits, against one at a time, with a commit for each record.
 */
export const groupCommit: BenchRow = {
  name: 'group-commit',
  goal: `≥ ${goal} ×`,
  async run({ sizes, ledgerOf, directory }) {
    const ledger = await openGrown(copyLedger(await ledgerOf(sizes.smallLedger), directory('group-commit')));
    const { measuredMs, baselineMs, ratio } = await alternate(sizes.rounds, async () => [
      await timeCallers(ledger, callers, sizes.calls),
      await timeCallers(ledger, 1, sizes.calls),
    ]);
    await ledger.store.close();
    const rate = (ms: number) => `${count(sizes.calls / (ms / 1000))}/s`;
    return [
      {
        what: `records acknowledged to ${callers} callers (in process)`,
        measured: rate(measuredMs),
        baseline: `${rate(baselineMs)} one commit each`,
        ratio: times(1 / ratio),
        met: 1 / ratio >= goal,
      },
    ];
  },
};

/** How long it takes until `callers` have together recorded so many claims. */
function timeCallers(ledger: OpenedLedger, callers: number, claims: number): Promise<number> {
  const waiting = ledger.fleet.take(claims);
  const caller = async () => {
    for (let claim = waiting.shift(); claim !== undefined; claim = waiting.shift()) await recordAll(ledger, [claim]);
  };
  return timeMs(() => Promise.all(Array.from({ length: callers }, caller)));
}
