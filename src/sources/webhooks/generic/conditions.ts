import { matchesPattern } from '../matches-pattern.ts';
import type { Conditions } from './mapping.ts';
import { follow, type Surroundings } from './path.ts';

/** Whether everything is there that must be. */
export function holds(conditions: Conditions, surroundings: Surroundings): boolean {
  return Object.entries(conditions).every(([path, wanted]) => {
    const found = follow(path, surroundings) ?? null;
    if (wanted === null) return found === null;
    const words = Array.isArray(wanted) ? wanted : [wanted];
    return words.some((word) =>
      typeof word === 'string' && typeof found === 'string' ? matchesPattern(word, found) : word === found,
    );
  });
}
