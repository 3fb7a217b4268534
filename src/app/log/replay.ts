import { decodeFact } from '../../ledger/fact-bytes.ts';
import type { LogReader } from '../../ledger/log-store.ts';
import { Projector } from '../../projections/projector.ts';
import type { LedgerStore, LedgerTransaction, ProjectionPort } from '../../projections/read-store.ts';

/** Facts that are folded between two writes. */
const stride = 1024;

/** Folds the first `size` facts of a log into read models that are empty. */
export async function replay(log: LogReader, port: ProjectionPort, size: number): Promise<void> {
  const projector = new Projector();
  for await (const { index, bytes } of log.facts(0, size)) {
    await projector.apply(port, decodeFact(bytes), index);
    if ((index + 1) % stride === 0) {
      await projector.flush(port);
      projector.trim();
    }
  }
  await projector.flush(port);
}

/** Folds the log again into every read model of its own store. Nobody sees it half done. */
export function rebuild(store: LedgerStore): Promise<void> {
  return store.transact(async (transaction) => {
    await transaction.clearProjections();
    await replay(transaction, transaction, (await transaction.head()).size);
    await transaction.markProjected();
  });
}

/** Reads facts from one store and keeps the rows in another. */
export function between(log: LogReader, rows: LedgerTransaction): ProjectionPort {
  return {
    factsOf: (subjects) => log.factsOf(subjects),
    currentDeployments: (ids) => rows.currentDeployments(ids),
    currentTargets: (ids) => rows.currentTargets(ids),
    currentIncidents: (ids) => rows.currentIncidents(ids),
    currentServices: (names) => rows.currentServices(names),
    currentEnvironments: () => rows.currentEnvironments(),
    lane: (service, environment, latest) => rows.lane(service, environment, latest),
    project: (changes) => rows.project(changes),
  };
}
