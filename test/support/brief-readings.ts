import { parseClaim } from '../../src/domain/claims/claim.ts';
import type { Reading } from '../../src/sources/reading.ts';

/** Every claim, which must be valid, in short: a deployment by its service, version and commits, a rollback by its way. */
export function brief(readings: readonly Reading[]): string[] {
  return readings.map((reading) => {
    if ('error' in reading) return `line ${reading.line}: ${reading.error.message}`;
    const claim = parseClaim(reading.claim);
    if (claim.type === 'rollback') return `rollback ${claim.fromVersion} -> ${claim.toVersion}`;
    if (claim.type !== 'deployment') return claim.type;
    const remedy = claim.remediates === undefined ? '' : ` remedies ${claim.remediates} planned=${claim.planned}`;
    return `${claim.service} ${claim.version} +${claim.commits?.length ?? 0}${remedy}`;
  });
}
