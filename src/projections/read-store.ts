import type { LedgerIdentity, LogReader, LogTransaction } from '../ledger/log-store.ts';
import type { DeliveryStore } from './delivery-store.ts';
import type { MetricFilter, MetricRow } from './metric-rows.ts';
import type { PositionStore } from './position-store.ts';
import type {
  DeploymentRow,
  EnvironmentRow,
  IncidentRow,
  LaneChange,
  RemovalRow,
  RollbackRow,
  RunningRow,
  ServiceRow,
  TableName,
  Tables,
} from './rows.ts';
import type { TokenStore, TokenTransaction } from './token-store.ts';

/** As of which knowledge to answer: the first `knownAt` facts of the log; all of them when absent. */
export interface Knowledge {
  readonly knownAt?: number | undefined;
}

/** A page of a list, newest first: at most `limit` rows (all when absent) after the row that `after` names. */
export interface Page {
  /** Oldest first instead: what comes `after` a row is then what is later. */
  readonly oldestFirst?: boolean | undefined;
  readonly limit?: number | undefined;
  readonly after?: { readonly atMs: number; readonly id: string } | undefined;
}

export interface DeploymentFilter extends Knowledge {
  readonly ids?: readonly string[] | undefined;
  readonly service?: string | undefined;
  readonly environments?: readonly string[] | undefined;
  readonly region?: string | undefined;
  readonly version?: string | undefined;
  readonly status?: string | undefined;
  readonly strategy?: string | undefined;
  readonly kind?: string | undefined;
  /** Actor references, any of which. */
  readonly initiators?: readonly string[] | undefined;
  readonly parentId?: string | undefined;
  /** Only those that remediate something. */
  readonly remediating?: true | undefined;
  /** `from` ≤ atMs < `to`. */
  readonly fromMs?: number | undefined;
  readonly toMs?: number | undefined;
  /** Those that existed at this moment, with the status that they had then. */
  readonly asOfMs?: number | undefined;
  /** Those that look otherwise than when the log was this long. */
  readonly changedSince?: number | undefined;
}

export interface RunningFilter extends Knowledge {
  readonly service?: string | undefined;
  readonly environment?: string | undefined;
  readonly region?: string | undefined;
  /** What ran at this moment; what runs to this day when absent. */
  readonly asOfMs?: number | undefined;
}

export interface RollbackFilter extends Knowledge {
  readonly ids?: readonly string[] | undefined;
  readonly service?: string | undefined;
  readonly environment?: string | undefined;
  readonly fromMs?: number | undefined;
  readonly toMs?: number | undefined;
}

export interface IncidentFilter extends Knowledge {
  readonly id?: string | undefined;
  readonly service?: string | undefined;
  readonly environment?: string | undefined;
  readonly severity?: string | undefined;
  readonly causedBy?: string | undefined;
  readonly fromMs?: number | undefined;
  readonly toMs?: number | undefined;
  /** Those open at this moment. */
  readonly openAtMs?: number | undefined;
}

/** Answers from the read models. Cost grows with the answer, not with the ledger. */
export interface ReadStore {
  deployment(id: string, knowledge?: Knowledge): Promise<DeploymentRow | undefined>;
  deployments(filter: DeploymentFilter, page?: Page): Promise<DeploymentRow[]>;
  /** Page by page, oldest first in each environment. */
  metricRows(filter: MetricFilter): AsyncIterable<readonly MetricRow[]>;
  /** How many commits each of these deployments says it shipped; those that shipped none are absent. */
  commitCounts(deployments: readonly string[], knowledge?: Knowledge): Promise<ReadonlyMap<string, number>>;
  /** By service, environment and region, each lane at most once. */
  running(filter: RunningFilter): Promise<RunningRow[]>;
  rollbacks(filter: RollbackFilter, page?: Page): Promise<RollbackRow[]>;
  incidents(filter: IncidentFilter, page?: Page): Promise<IncidentRow[]>;
  services(knowledge?: Knowledge): Promise<ServiceRow[]>;
  /** The registered ones; those that every ledger knows are not rows. */
  environments(knowledge?: Knowledge): Promise<EnvironmentRow[]>;
  /**
   * Every version of every row of a read model, by key and knownFrom, in flat memory. Commits in the meantime may add rows and end
   * others; the rows as known at an index that was reached before the call are all there.
   * @throws LedgerError `invalid`, while reading, for a row that holds what no such row can hold.
   */
  rows<Name extends TableName>(table: Name): AsyncIterable<Tables[Name]>;
}

/** The members of a lane from `startMs` on, as known now, each list oldest first. */
export interface LaneRows {
  /** −Infinity when these are all. */
  readonly startMs: number;
  readonly deployments: readonly DeploymentRow[];
  readonly rollbacks: readonly RollbackRow[];
  readonly removals: readonly RemovalRow[];
  /** What ran in each region right before `startMs`, and every change since. */
  readonly running: readonly LaneChange[];
}

/** One version of one row that comes, or a row that was current and is obsolete from `knownTo` on. */
export type RowChange = { [Name in TableName]: OpenedRow<Name> | ClosedRow<Name> }[TableName];

export interface OpenedRow<Name extends TableName> {
  readonly table: Name;
  readonly opened: Tables[Name];
}

export interface ClosedRow<Name extends TableName> {
  readonly table: Name;
  /** The row as it was before, knownTo null. */
  readonly closed: Tables[Name];
  readonly knownTo: number;
}

/** Reads what the folds need and writes what they lead to, inside the transaction that appends the facts. */
export interface LedgerTransaction extends LogTransaction {
  readonly tokens: TokenTransaction;
  currentDeployments(ids: readonly string[]): Promise<DeploymentRow[]>;
  /** The deployments that name one of these as their parent. */
  currentTargets(parentIds: readonly string[]): Promise<DeploymentRow[]>;
  currentIncidents(ids: readonly string[]): Promise<IncidentRow[]>;
  currentServices(names: readonly string[]): Promise<ServiceRow[]>;
  currentEnvironments(): Promise<EnvironmentRow[]>;
  rollbackExists(id: string): Promise<boolean>;
  /** What runs now of a service, anywhere. */
  currentlyRunning(service: string): Promise<RunningRow[]>;
  /**
   * The lane's members from the time of its `latest`-th last deployment on (all when undefined), each with every other member of
   * that same moment and after.
   */
  lane(service: string, environment: string, latest: number | undefined): Promise<LaneRows>;
  project(changes: readonly RowChange[]): Promise<void>;
  /** Empties every read model; they are stale until `markProjected`. */
  clearProjections(): Promise<void>;
  /** Says that the read models hold what the whole log folds to. */
  markProjected(): Promise<void>;
}

/** What the folds read and write. */
export type ProjectionPort = Pick<
  LedgerTransaction,
  | 'factsOf'
  | 'currentDeployments'
  | 'currentTargets'
  | 'currentIncidents'
  | 'currentServices'
  | 'currentEnvironments'
  | 'lane'
  | 'project'
>;

/** Something wrong with a database itself, such as an index that does not lead to every row. */
export interface Damage {
  /** The table that it is in, or that it belongs to. */
  readonly table: string;
  readonly why: string;
}

/** One ledger in some database. */
export interface LedgerStore extends LogReader, ReadStore {
  readonly tokens: TokenStore;
  /** What came in by webhooks. Loaded when it is asked for: recording needs nothing of it. */
  deliveries(): Promise<DeliveryStore>;
  /** How far those have come who are told what happens. Loaded when it is asked for, too. */
  positions(): Promise<PositionStore>;
  /** Undefined in a database in which no ledger was made yet. */
  identity(): Promise<LedgerIdentity | undefined>;
  /** Makes the ledger, unless it is there. */
  create(identity: LedgerIdentity): Promise<void>;
  /**
   * Runs `work` with the head locked and commits durably when it is done; rolls back everything when it throws. Transactions of one
   * store run one after the other, so `work` must not wait for another one; and it reads through the transaction only, since the
   * store itself answers with what was committed and may wait for that.
   * @throws LedgerError `storage` when it cannot be written (disk full, read-only), `overloaded` when others hold the lock for too long.
   */
  transact<Result>(work: (transaction: LedgerTransaction) => Promise<Result>): Promise<Result>;
  /** Whether the read models must be folded from the log again before anything reads them: another version of the folds made them. */
  projectionsStale(): Promise<boolean>;
  /** What is wrong with the tables and indexes, whatever they hold. It reads all of them. */
  damages(): Promise<readonly Damage[]>;
  /** Writes durably what changes nothing. @throws LedgerError as transact does. */
  requireWritable(): Promise<void>;
  /** Truncates whatever else still holds erased bytes, such as a write-ahead log. */
  forgetErased(): Promise<void>;
  close(): Promise<void>;
}
