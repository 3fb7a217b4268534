import { openCheckpoint } from '../../ledger/checkpoint.ts';
import { parseVerifierKey } from '../../ledger/note-verifier.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import type { MetricName } from '../metrics/metrics-query.ts';
import { showMetrics } from '../metrics/show-metrics.ts';
import { showRunning } from '../read/show-running.ts';
import type { RunningView } from '../views.ts';
import { LedgerCounters, type LedgerCounts } from './ledger-counters.ts';

const monthMs = 30 * 86_400_000;

/** A number for a service in an environment. */
export interface Gauge {
  readonly service: string;
  readonly environment: string;
  readonly value: number;
}

/** By the profile `classic`. */
export interface ClassicGauges {
  /** Percent. */
  readonly successRate: readonly Gauge[];
  readonly mttrSeconds: readonly Gauge[];
}

export interface MeasureOptions {
  readonly classic?: boolean | undefined;
}

/** What a monitoring system asks of a ledger. */
export interface Measurements {
  readonly counts: LedgerCounts;
  readonly running: readonly RunningView[];
  /** Of the last 30 days, by the profile `dora`; where there is not enough data there is none. */
  readonly changeFailRatio: readonly Gauge[];
  readonly recoverySeconds: readonly Gauge[];
  /** What the original talk's program measured of the last 30 days, when it was asked for. */
  readonly classic: ClassicGauges | undefined;
  readonly size: number;
  /** How many facts the last checkpoint covers; 0 while there is none. */
  readonly checkpointSize: number;
  /** When the first fact that it does not cover was recorded, in epoch milliseconds; null when it covers them all. */
  readonly uncoveredSinceMs: number | null;
}

/** Measures a ledger again and again: what was counted once is kept, and only what came since is read. */
export class Measurer {
  readonly #store: LedgerStore;
  readonly #verifierKey: string;
  readonly #counters: LedgerCounters;
  #counted = -1;
  #last: Promise<unknown> = Promise.resolve();

  constructor(store: LedgerStore, verifierKey: string) {
    this.#store = store;
    this.#verifierKey = verifierKey;
    this.#counters = new LedgerCounters(store);
  }

  /** One measurement after the other: two at a time would count the same facts twice. */
  measure(nowMs: number, options: MeasureOptions): Promise<Measurements> {
    const result = this.#last.then(() => this.#measure(nowMs, options));
    this.#last = result.catch(() => {});
    return result;
  }

  async #measure(nowMs: number, { classic = false }: MeasureOptions): Promise<Measurements> {
    const { size } = await this.#store.head();
    await this.#countTo(size);
    const [changeFailRatio, recoverySeconds] = await this.#gauges('dora', ['change-fail-rate', 'recovery-time'], nowMs);
    return {
      counts: this.#counters.counts,
      running: await showRunning(this.#store, {}, nowMs),
      changeFailRatio,
      recoverySeconds,
      classic: classic ? await this.#classic(nowMs) : undefined,
      size,
      ...(await this.#coverage(size)),
    };
  }

  async #classic(nowMs: number): Promise<ClassicGauges> {
    const [successRate, mttrSeconds] = await this.#gauges('classic', ['success-rate', 'mttr'], nowMs);
    return { successRate, mttrSeconds };
  }

  /** Two metrics by service and environment, where there is enough data. */
  async #gauges(
    profile: string,
    metrics: readonly [MetricName, MetricName],
    nowMs: number,
  ): Promise<readonly [Gauge[], Gauge[]]> {
    const window = { fromMs: nowMs - monthMs, toMs: nowMs, tz: 'UTC', groupBy: ['service', 'environment'] as const };
    const { groups } = await showMetrics(this.#store, { ...window, metrics, profile });
    const gauges = (name: MetricName): Gauge[] =>
      groups.flatMap(({ by, metrics: shown }) => {
        const value = shown[name]?.value ?? null;
        return value === null ? [] : [{ service: by['service'] ?? '', environment: by['environment'] ?? '', value }];
      });
    return [gauges(metrics[0]), gauges(metrics[1])];
  }

  async #countTo(size: number): Promise<void> {
    if (this.#counted < 0) {
      await this.#counters.load(size);
      this.#counted = size;
    }
    while (this.#counted < size) {
      const to = Math.min(size, this.#counted + 1024);
      const facts = [];
      for await (const { index, type, subject } of this.#store.facts(this.#counted, to))
        facts.push({ index, type, subject });
      await this.#counters.add(facts);
      this.#counted = to;
    }
  }

  async #coverage(size: number): Promise<Pick<Measurements, 'checkpointSize' | 'uncoveredSinceMs'>> {
    const latest = await this.#store.latestCheckpoint();
    const covered =
      latest === undefined ? 0 : openCheckpoint(latest.note, [parseVerifierKey(this.#verifierKey)]).checkpoint.size;
    const next = covered < size ? await this.#store.fact(covered) : undefined;
    return { checkpointSize: covered, uncoveredSinceMs: next?.recordedMs ?? null };
  }
}
