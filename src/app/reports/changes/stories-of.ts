import type { Fact } from '../../../domain/facts/fact.ts';
import { decodeFact } from '../../../ledger/fact-bytes.ts';
import type { LogReader } from '../../../ledger/log-store.ts';
import type { MemberFact } from './place-facts.ts';

/** Which facts there are about the changes of a block. */
export interface Stories {
  indexesOf(subject: string): readonly number[];
  correctionsOf(subject: string): number;
  /** Commits that a deployment says it was the first to ship. */
  commitsOf(subject: string): number;
}

/** Reads, with one query, where the facts about the changes of a block are, among the first `size` of the log. */
export async function storiesOf(log: LogReader, block: readonly MemberFact[], size: number): Promise<Stories> {
  const whole = block.filter(({ member }) => member.kind !== 'removal' && member.kind !== 'correction');
  const facts = await log.factsOf([...new Set(whole.map(({ stored }) => stored.subject))]);
  const indexes = new Map<string, number[]>();
  const [corrections, commits] = [new Map<string, number>(), new Map<string, number>()];
  for (const { subject, index, type, bytes } of facts) {
    if (index >= size) continue;
    const own = indexes.get(subject) ?? [];
    own.push(index);
    indexes.set(subject, own);
    if (type === 'deployment.corrected') add(corrections, subject, 1);
    if (type === 'deployment.shipped') add(commits, subject, shippedBy(decodeFact(bytes)));
  }
  return {
    indexesOf: (subject) => indexes.get(subject) ?? [],
    correctionsOf: (subject) => corrections.get(subject) ?? 0,
    commitsOf: (subject) => commits.get(subject) ?? 0,
  };
}

function shippedBy(fact: Fact): number {
  return fact.type === 'deployment.shipped' ? fact.data.commits.length : 0;
}

function add(counts: Map<string, number>, subject: string, more: number): void {
  counts.set(subject, (counts.get(subject) ?? 0) + more);
}
