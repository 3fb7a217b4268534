import type { Fact } from './facts/fact.ts';

/**
 * What a fact claims in the clear, as canonical text: without its recording and without what is sealed. Two facts of the same
 * moment are put in order by it, so that the order in which they arrived leaves no trace.
 */
export function clearClaim(fact: Fact): string {
  return JSON.stringify({ data: fact.data, type: fact.type }, (_, value) => (isSealed(value) ? undefined : value));
}

/** Everything in a fact that was there before it was recorded: orders facts whose clear claims are the same. */
export function wholeClaim(fact: Fact): string {
  return JSON.stringify(fact.data);
}

function isSealed(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'sealed' in value;
}

/** Orders text by its UTF-16 code units, the same on every machine. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
