import type { LedgerIdentity } from '../../ledger/log-store.ts';
import type { MetricFilter } from '../../projections/metric-rows.ts';
import type {
  Damage,
  DeploymentFilter,
  IncidentFilter,
  Knowledge,
  LedgerStore,
  LedgerTransaction,
  Page,
  RollbackFilter,
  RunningFilter,
} from '../../projections/read-store.ts';
import type { TableName, Tables } from '../../projections/rows.ts';
import { SqliteTokens } from './door/sqlite-tokens.ts';
import { readDamages, readTableNames } from './integrity.ts';
import { insertIdentity, readIdentity } from './log/identity.ts';
import { rewriteVersion } from './migrations/migrate.ts';
import { pages } from './pages.ts';
import { readRowsAfter } from './read-models/all-rows.ts';
import { countCommits } from './read-models/commit-counts.ts';
import { listDeployments, readDeployment } from './read-models/deployments.ts';
import { listIncidents } from './read-models/incidents.ts';
import { mappedTables } from './read-models/mapped-tables.ts';
import { type Place, readMetricPage } from './read-models/metric-rows.ts';
import { readEnvironments, readServices } from './read-models/registrations.ts';
import { listRollbacks } from './read-models/rollbacks.ts';
import { readRunning } from './read-models/running.ts';
import { isStale } from './read-models/write-changes.ts';
import type { Sessions } from './sessions.ts';
import { SqliteLog } from './sqlite-log.ts';
import { SqliteTransaction } from './sqlite-transaction.ts';

/** The ledger in a SQLite database. */
export class SqliteStore extends SqliteLog implements LedgerStore {
  readonly tokens: SqliteTokens;
  readonly #sessions: Sessions;

  constructor(sessions: Sessions) {
    super((query) => sessions.read(query));
    this.#sessions = sessions;
    this.tokens = new SqliteTokens(sessions);
  }

  async deliveries() {
    const { SqliteDeliveries } = await import('./deliveries/sqlite-deliveries.ts');
    return new SqliteDeliveries(this.#sessions);
  }

  async positions() {
    const { SqlitePositions } = await import('./positions/sqlite-positions.ts');
    return new SqlitePositions(this.#sessions);
  }

  identity() {
    return this.read(readIdentity);
  }

  create(identity: LedgerIdentity) {
    return this.#sessions.transact(async (connection) => insertIdentity(connection, identity));
  }

  transact<Result>(work: (transaction: LedgerTransaction) => Promise<Result>): Promise<Result> {
    return this.#sessions.transact(async (connection) => {
      const transaction = new SqliteTransaction(connection);
      try {
        return await work(transaction);
      } finally {
        transaction.end();
      }
    });
  }

  async damages() {
    const damages: Damage[] = [];
    for (const table of await this.read(readTableNames)) {
      damages.push(...(await this.read((connection) => readDamages(connection, table))));
    }
    return damages;
  }

  requireWritable() {
    return this.#sessions.transact(async (connection) => rewriteVersion(connection));
  }

  forgetErased() {
    return this.#sessions.truncateLog();
  }

  close() {
    return this.#sessions.close();
  }

  projectionsStale() {
    return this.read(isStale);
  }

  deployment(id: string, knowledge?: Knowledge) {
    return this.read((connection) => readDeployment(connection, id, knowledge));
  }

  deployments(filter: DeploymentFilter, page?: Page) {
    return this.read((connection) => listDeployments(connection, filter, page));
  }

  async *metricRows(filter: MetricFilter) {
    for (const environment of new Set(filter.environments)) {
      for (let after: Place | undefined, more = true; more; more = after !== undefined) {
        const page = await this.read((connection) => readMetricPage(connection, filter, environment, after));
        if (page.rows.length > 0) yield page.rows;
        after = page.last;
      }
    }
  }

  commitCounts(deployments: readonly string[], knowledge?: Knowledge) {
    return this.read((connection) => countCommits(connection, deployments, knowledge));
  }

  running(filter: RunningFilter) {
    return this.read((connection) => readRunning(connection, filter));
  }

  rollbacks(filter: RollbackFilter, page?: Page) {
    return this.read((connection) => listRollbacks(connection, filter, page));
  }

  incidents(filter: IncidentFilter, page?: Page) {
    return this.read((connection) => listIncidents(connection, filter, page));
  }

  services(knowledge?: Knowledge) {
    return this.read((connection) => readServices(connection, knowledge));
  }

  environments(knowledge?: Knowledge) {
    return this.read((connection) => readEnvironments(connection, knowledge));
  }

  rows<Name extends TableName>(table: Name): AsyncIterable<Tables[Name]> {
    return pages((last: Tables[Name] | undefined) =>
      this.read((connection) => readRowsAfter(connection, mappedTables[table], last)),
    );
  }
}
