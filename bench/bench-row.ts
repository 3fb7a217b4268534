import type { MetricEvidence } from '../src/analysis/metrics/build-frame.ts';
import type { GrownLedger } from './ledgers/grown-ledger.ts';

/** How much is measured. */
export interface Sizes {
  /** Facts of the ledgers that rows are measured on. */
  readonly smallLedger: number;
  readonly middleLedger: number;
  readonly largeLedger: number;
  /** Leaves of the logs that proofs are taken from, ascending. */
  readonly proofLogs: readonly number[];
  /** Deployments in memory that metrics are computed from, ascending. */
  readonly histories: readonly number[];
  readonly csvRows: number;
  /** Batches that are appended, each in turn with its baseline. */
  readonly appends: number;
  /** How often anything else and its baseline take turns. */
  readonly rounds: number;
  /** Claims that callers record in a round. */
  readonly calls: number;
  readonly processStarts: number;
  readonly warmProofs: number;
  readonly coldProofs: number;
  readonly pages: number;
}

/** What a row of the bench works with. */
export interface BenchContext {
  readonly sizes: Sizes;
  /** The built program. */
  readonly program: string;
  /** Where the bench's own packages are installed, if they are. */
  readonly packages: string;
  /** An empty directory of its own, removed at the end. */
  directory(name: string): string;
  /** A ledger of at least so many facts, filled through the full path. Others use it too: it is to be copied before it is written to. */
  ledgerOf(facts: number): Promise<GrownLedger>;
  /** So many deployments in memory. */
  historyOf(deployments: number): MetricEvidence;
}

/** One line of the table. */
export interface Measurement {
  /** What was measured, beside the name of its row. */
  readonly what: string;
  readonly measured: string;
  /** What it is held against, measured in the same run. */
  readonly baseline?: string | undefined;
  readonly ratio?: string | undefined;
  /** Whether the goal is met; absent on a line that is there for information. */
  readonly met?: boolean | undefined;
}

/** A claim about speed, and how to measure whether it is true. */
export interface BenchRow {
  /** What `--only` calls it. */
  readonly name: string;
  readonly goal: string;
  run(context: BenchContext): Promise<readonly Measurement[]>;
}
