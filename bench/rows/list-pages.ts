import type { Ledger } from '../../src/app/ledger.ts';
import { openLedger } from '../../src/main/open-ledger.ts';
import type { BenchRow } from '../bench-row.ts';
import { timeOfClaim } from '../fleet/fleet.ts';
import { databaseOf, type GrownLedger, keyDirOf } from '../ledgers/grown-ledger.ts';
import { alternate } from '../measure/alternate.ts';
import { timeMs } from '../measure/time.ts';
import { count, duration, times } from '../report/figures.ts';

/** Log factors apart, and noise: answers of a fraction of a millisecond. */
const goal = 2;
const limit = 50;

/** What is asked of a ledger; each question has an answer of the same length in a small ledger and in a large one. */
const questions: readonly { readonly what: string; ask(ledger: Ledger, cursor: string): Promise<unknown> }[] = [
  { what: 'first page of deployments', ask: (ledger) => ledger.deployments({ limit }) },
  { what: "page of a service's deployments", ask: (ledger) => ledger.deployments({ limit, service: 'service-007' }) },
  { what: 'page in the middle, by cursor', ask: (ledger, cursor) => ledger.deployments({ limit, cursor }) },
  { what: 'what runs of a service', ask: (ledger) => ledger.running({ service: 'service-007' }) },
  { what: 'what runs in production', ask: (ledger) => ledger.running({ environment: 'production' }) },
];

/** Pages of lists and what runs where, warm, in a large ledger against a small one. */
export const listPages: BenchRow = {
  name: 'list-pages',
  goal: `≤ ${goal} ×`,
  async run({ sizes, ledgerOf }) {
    const [ofSmall, ofLarge] = [await ledgerOf(sizes.smallLedger), await ledgerOf(sizes.largeLedger)];
    const [small, large] = [await open(ofSmall), await open(ofLarge)];
    const cursors = { small: await middleOf(small, ofSmall), large: await middleOf(large, ofLarge) };
    const measurements = [];
    for (const { what, ask } of questions) {
      const repeatedly = (ledger: Ledger, cursor: string) =>
        timeMs(async () => {
          for (let i = 0; i < sizes.pages; i++) await ask(ledger, cursor);
        });
      const { measuredMs, baselineMs, ratio } = await alternate(sizes.rounds, async () => [
        await repeatedly(large, cursors.large),
        await repeatedly(small, cursors.small),
      ]);
      measurements.push({
        what: `${what}, ${count(ofLarge.facts)} facts`,
        measured: duration(measuredMs / sizes.pages),
        baseline: `${duration(baselineMs / sizes.pages)} at ${count(ofSmall.facts)} facts`,
        ratio: times(ratio),
        met: ratio <= goal,
      });
    }
    await Promise.all([small.close(), large.close()]);
    return measurements;
  },
};

function open(ledger: GrownLedger): Promise<Ledger> {
  return openLedger({ database: databaseOf(ledger), keyDir: keyDirOf(ledger), create: false });
}

/** A cursor behind which half of the ledger's deployments lie. */
async function middleOf(ledger: Ledger, { claims }: GrownLedger): Promise<string> {
  const { next } = await ledger.deployments({ limit: 1, toMs: timeOfClaim(claims / 2) });
  if (next === null) throw new Error('the ledger is too small to have a second page');
  return next;
}
