import { isDeployed } from '../../analysis/finished-deployment.ts';
import type { Status } from '../../domain/vocabulary.ts';
import type { StoredFact } from '../../ledger/log-store.ts';
import type { MetricRow } from '../../projections/metric-rows.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import type { DeploymentRow, RollbackRow } from '../../projections/rows.ts';
import { Histogram } from './histogram.ts';
import { LabelledCounts } from './labelled-counts.ts';

const finals: readonly Status[] = ['success', 'failure', 'partial', 'cancelled', 'abandoned', 'rolled-back'];
/** Upper limits in seconds: ten seconds to a day. */
const durationLimits = [10, 30, 60, 120, 300, 600, 1800, 3600, 7200, 21_600, 86_400];
/** An hour to thirty days. */
const leadTimeLimits = [3600, 14_400, 43_200, 86_400, 172_800, 432_000, 604_800, 1_209_600, 2_592_000];

/** Counts of what happened, which only ever grow. */
export interface LedgerCounts {
  readonly deployments: LabelledCounts;
  readonly rollbacks: LabelledCounts;
  readonly durationSeconds: Histogram;
  readonly leadTimeSeconds: Histogram;
  /** How many facts they are of. */
  readonly size: number;
}

/**
 * Counts deployments by the first final status that the ledger knew of each, so that none ever moves from one label to another. The
 * counts are derived from the log alone: whoever starts again comes to the same, and an import that is repeated adds nothing.
 */
export class LedgerCounters {
  readonly #store: LedgerStore;
  /** Deployments that have no final status yet. */
  readonly #open = new Set<string>();
  readonly #deployments = new LabelledCounts(['service', 'environment', 'strategy', 'status']);
  readonly #rollbacks = new LabelledCounts(['service', 'environment', 'reason_code']);
  readonly #durationSeconds = new Histogram(['service', 'environment'], durationLimits);
  readonly #leadTimeSeconds = new Histogram(['service', 'environment'], leadTimeLimits);
  #size = 0;

  constructor(store: LedgerStore) {
    this.#store = store;
  }

  /** Counts everything that the first `size` facts tell. */
  async load(size: number): Promise<void> {
    let last: string | undefined;
    let isCounted = false;
    // By index of a deployment, the length of the log at which it was known to be deployed.
    const deployed = new Float64Array(size);
    const environments = new Set<string>();
    for await (const row of this.#store.rows('deployments')) {
      if (row.knownFrom >= size) continue;
      if (row.id !== last) [last, isCounted] = [row.id, false];
      if (isCounted) continue;
      isCounted = this.#count(row);
      environments.add(row.environment);
      if (isCounted && isDeployed(row)) deployed[row.index] = row.knownFrom + 1;
    }
    const filter = { environments: [...environments], commits: true, knownAt: size };
    for await (const rows of this.#store.metricRows(filter)) {
      for (const row of rows) {
        const known = deployed[row.index] ?? 0;
        if (known > 0) this.#observeLeadTimes(row, known - 1);
      }
    }
    for await (const row of this.#store.rows('rollbacks')) {
      if (row.knownFrom < size && row.knownFrom === row.index) this.#countRollback(row);
    }
    this.#size = size;
  }

  /** Counts what more facts tell: those of one batch are all there, so that a deployment comes with its commits. */
  async add(facts: readonly Pick<StoredFact, 'index' | 'type' | 'subject'>[]): Promise<void> {
    const size = (facts.at(-1)?.index ?? this.#size - 1) + 1;
    for (const { type, subject, index } of facts) {
      const id = subject.slice(subject.indexOf(':') + 1);
      if (type === 'rollback.recorded') {
        const [row] = await this.#store.rollbacks({ ids: [id], knownAt: index + 1 });
        if (row !== undefined) this.#countRollback(row);
      } else if (type === 'deployment.recorded' || this.#open.has(id)) {
        const row = await this.#store.deployment(id, { knownAt: index + 1 });
        if (row !== undefined && this.#count(row) && isDeployed(row)) await this.#readLeadTimes(row, size);
      }
    }
    this.#size = size;
  }

  async #readLeadTimes(
    { service, environment, atMs, index, knownFrom }: DeploymentRow,
    knownAt: number,
  ): Promise<void> {
    const span = { fromMs: atMs, toMs: atMs + 1 };
    const filter = { service, environments: [environment], ...span, commits: true, knownAt };
    for await (const rows of this.#store.metricRows(filter)) {
      for (const row of rows) if (row.index === index) this.#observeLeadTimes(row, knownFrom);
    }
  }

  #observeLeadTimes({ service, environment, hasPrevious, atMs, committedMs }: MetricRow, at: number): void {
    // What the first known deployment of a lane shipped accumulated over an unknown time.
    if (!hasPrevious) return;
    for (const ms of committedMs)
      if (ms <= atMs) this.#leadTimeSeconds.observe([service, environment], (atMs - ms) / 1000, at);
  }

  get counts(): LedgerCounts {
    return {
      deployments: this.#deployments,
      rollbacks: this.#rollbacks,
      durationSeconds: this.#durationSeconds,
      leadTimeSeconds: this.#leadTimeSeconds,
      size: this.#size,
    };
  }

  /** Counts a deployment if this version of it is final; says whether it was. */
  #count(row: DeploymentRow): boolean {
    const { id, service, environment, strategy, status, startedMs, finishedMs, knownFrom } = row;
    if (!finals.includes(status)) {
      this.#open.add(id);
      return false;
    }
    this.#open.delete(id);
    this.#deployments.add([service, environment, strategy, status], knownFrom);
    if (startedMs !== null && finishedMs !== null && startedMs <= finishedMs)
      this.#durationSeconds.observe([service, environment], (finishedMs - startedMs) / 1000, knownFrom);
    return true;
  }

  #countRollback({ service, environment, reasonCode, index }: RollbackRow): void {
    this.#rollbacks.add([service, environment, reasonCode ?? ''], index);
  }
}
