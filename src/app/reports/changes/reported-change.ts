import type { Instant } from '../../../domain/instant.ts';
import type { Approval } from '../approval.ts';
import type { Member } from './place-facts.ts';

/** One change of the population: who, what, when, why, and what became of it. Null where nothing is recorded. */
export interface ReportedChange {
  /** From 1, without gaps, in the order in which the log learnt of the changes. */
  readonly number: number;
  /** Names it among all changes: `deployment:ID`, `rollback:ID`, `incident:ID`, `removal:INDEX`, `correction:INDEX`. */
  readonly key: string;
  readonly kind: Member['kind'];
  readonly what: string;
  readonly service: string;
  readonly environment: string;
  readonly region: string | null;
  readonly version: string | null;
  readonly fromVersion: string | null;
  readonly status: string | null;
  /** When it happened, as claimed. */
  readonly at: Instant;
  readonly startedAt: Instant | null;
  /** When the ledger learnt of it. */
  readonly recordedAt: Instant;
  readonly who: string | null;
  readonly why: string | null;
  readonly changeId: string | null;
  readonly approvedBy: readonly string[];
  /** Null for what nobody approves. */
  readonly approval: Approval | null;
  /** What the record says of tests. */
  readonly tested: readonly string[];
  readonly planned: boolean | null;
  readonly rolledBackAt: Instant | null;
  readonly rolledBackBy: string | null;
  /** Those that a person attributed to it. */
  readonly incidents: readonly string[];
  /** The deployment that a rollback, correction or incident is about, or whose part a deployment is. */
  readonly relatesTo: string | null;
  readonly commits: number | null;
  readonly disputed: boolean | null;
  readonly corrections: number | null;
  /** Indexes of all facts about it. */
  readonly facts: readonly number[];
  /** Of the fact that made it known, hexadecimal. */
  readonly leafHash: string;
}

/** The key of the change that a fact made known. */
export function keyOf(kind: Member['kind'], subject: string, index: number): string {
  return kind === 'removal' || kind === 'correction' ? `${kind}:${index}` : subject;
}
