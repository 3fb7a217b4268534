import type { BenchRow } from '../bench-row.ts';
import { median } from '../measure/quantile.ts';
import { timeMs } from '../measure/time.ts';
import { askForObjects } from '../metrics/ask-engine.ts';
import { count, duration } from '../report/figures.ts';

const goalMs = 2;
/** Deployed as often as the average. */
const service = 'service-050';

/** The four metrics of one service by week over 365 days, from columns of all services in memory to the whole answer. */
export const doraService: BenchRow = {
  name: 'dora-service',
  goal: `≤ ${duration(goalMs)}`,
  async run({ sizes, historyOf }) {
    const deployments = sizes.histories.at(-1) ?? 0;
    const evidence = historyOf(deployments);
    const { counted } = askForObjects(evidence, service);
    const runs = 20 * sizes.rounds;
    const timesMs: number[] = [];
    for (let run = -runs; run < runs; run++) {
      const ms = await timeMs(() => askForObjects(evidence, service));
      if (run >= 0) timesMs.push(ms);
    }
    return [
      {
        what: `one service by week, ${count(counted)} of ${count(deployments)} deployments, warm`,
        measured: duration(median(timesMs)),
        met: median(timesMs) <= goalMs,
      },
    ];
  },
};
