import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { MetricEvidence } from '../src/analysis/metrics/build-frame.ts';
import type { BenchContext, Sizes } from './bench-row.ts';
import { growLedger, makeLedger } from './ledgers/grow-ledger.ts';
import { copyLedger, type GrownLedger } from './ledgers/grown-ledger.ts';
import { deploymentHistory } from './metrics/deployment-history.ts';
import { count } from './report/figures.ts';
import type { Progress } from './report/progress.ts';

export interface ContextOptions {
  readonly sizes: Sizes;
  readonly program: string;
  readonly packages: string;
  /** Where everything that is measured on lies. */
  readonly directory: string;
  readonly progress: Progress;
}

/** Ledgers are grown when a row asks for them, each out of a copy of the largest that there is below its size. */
export function createContext({ sizes, program, packages, directory, progress }: ContextOptions): BenchContext {
  const grown = new Map<number, GrownLedger>();
  const histories = new Map<number, MetricEvidence>();
  const makeDirectory = (name: string) => {
    const path = join(directory, name);
    mkdirSync(path);
    return path;
  };
  const grow = async (facts: number) => {
    const below = [...grown.values()].filter((ledger) => ledger.facts <= facts).sort((a, b) => b.facts - a.facts)[0];
    const path = makeDirectory(`ledger-${facts}`);
    const from = below === undefined ? await makeLedger(path) : copyLedger(below, path);
    return growLedger(from, facts, (size) => progress(`growing a ledger: ${count(size)} of ${count(facts)} facts`));
  };
  return {
    sizes,
    program,
    packages,
    directory: makeDirectory,
    ledgerOf: async (facts) => {
      const ledger = grown.get(facts) ?? (await grow(facts));
      grown.set(facts, ledger);
      return ledger;
    },
    historyOf: (deployments) => {
      progress(`drawing ${count(deployments)} deployments`);
      const history = histories.get(deployments) ?? deploymentHistory(deployments);
      histories.set(deployments, history);
      return history;
    },
  };
}
