import type { LedgerIdentity } from '../../src/ledger/log-store.ts';
import type { MetricFilter } from '../../src/projections/metric-rows.ts';
import type {
  DeploymentFilter,
  IncidentFilter,
  Knowledge,
  LedgerStore,
  Page,
  RollbackFilter,
  RunningFilter,
} from '../../src/projections/read-store.ts';
import type { TableName, Tables } from '../../src/projections/rows.ts';
import { type TableSpec, tables } from '../../src/projections/tables.ts';
import { sortedBy } from './ordering.ts';
import { ReferenceDeliveries } from './reference-deliveries.ts';
import { ReferenceLog } from './reference-log.ts';
import { metricRowsThat } from './reference-metrics.ts';
import { ReferencePositions } from './reference-positions.ts';
import { deploymentsThat, incidentsThat, known, rollbacksThat, runningThat } from './reference-queries.ts';
import { copyState, emptyState, type ReferenceState } from './reference-state.ts';
import { ReferenceTokens } from './reference-tokens.ts';
import { ReferenceTransaction } from './reference-transaction.ts';

/** A ledger store so plain that it can be seen to be right: lists, filtered and sorted. Others are compared with it. */
export class ReferenceStore extends ReferenceLog implements LedgerStore {
  readonly tokens = new ReferenceTokens(() => this.#state);
  readonly #deliveries = new ReferenceDeliveries();
  readonly #positions = new ReferencePositions();
  #state: ReferenceState;
  #last: Promise<unknown> = Promise.resolve();

  constructor() {
    super(() => this.#state);
    this.#state = emptyState();
  }

  async deliveries() {
    return this.#deliveries;
  }

  async positions() {
    return this.#positions;
  }

  async identity() {
    return this.#state.identity;
  }

  async create(identity: LedgerIdentity) {
    this.#state.identity ??= identity;
  }

  transact<Result>(work: (transaction: ReferenceTransaction) => Promise<Result>): Promise<Result> {
    const result = this.#last.then(async () => {
      let copy: ReferenceState | undefined = copyState(this.#state);
      const inside = new ReferenceTransaction(() => {
        if (copy === undefined) throw new Error('the transaction is over');
        return copy;
      });
      try {
        const answer = await work(inside);
        this.#state = copy;
        return answer;
      } finally {
        copy = undefined;
      }
    });
    this.#last = result.catch(() => {});
    return result;
  }

  async projectionsStale() {
    return !this.#state.projected;
  }

  async damages() {
    return [];
  }

  async requireWritable() {}

  async forgetErased() {}

  async close() {}

  async deployment(id: string, knowledge?: Knowledge) {
    return known(this.#state.rows.deployments, knowledge?.knownAt).find((row) => row.id === id);
  }

  async deployments(filter: DeploymentFilter, page?: Page) {
    return deploymentsThat(this.#state.rows.deployments, filter, page);
  }

  async *metricRows(filter: MetricFilter) {
    for (const environment of new Set(filter.environments)) {
      const rows = metricRowsThat(this.#state.rows, filter, environment);
      if (rows.length > 0) yield rows;
    }
  }

  async commitCounts(deployments: readonly string[], knowledge?: Knowledge) {
    const commits = known(this.#state.rows.commits, knowledge?.knownAt);
    const counts = deployments.map((id) => {
      const own = commits.filter(({ deployment }) => deployment === id);
      return [id, new Set(own.map(({ commit }) => commit)).size] as const;
    });
    return new Map(counts.filter(([, count]) => count > 0));
  }

  async running(filter: RunningFilter) {
    return runningThat(this.#state.rows.running, filter);
  }

  async rollbacks(filter: RollbackFilter, page?: Page) {
    return rollbacksThat(this.#state.rows.rollbacks, filter, page);
  }

  async incidents(filter: IncidentFilter, page?: Page) {
    return incidentsThat(this.#state.rows.incidents, filter, page);
  }

  async services(knowledge?: Knowledge) {
    return sortedBy(known(this.#state.rows.services, knowledge?.knownAt), ({ name }) => [name]);
  }

  async environments(knowledge?: Knowledge) {
    return sortedBy(known(this.#state.rows.environments, knowledge?.knownAt), ({ name }) => [name]);
  }

  async *rows<Name extends TableName>(table: Name): AsyncGenerator<Tables[Name]> {
    const { key }: TableSpec<Tables[Name]> = tables[table];
    const keyOf = (row: Tables[Name]) => key.map((field) => sortKey(row[field]));
    yield* sortedBy(this.#state.rows[table], (row) => [...keyOf(row), row.knownFrom]);
  }
}

function sortKey(value: unknown): number | string {
  return typeof value === 'number' ? value : String(value);
}
