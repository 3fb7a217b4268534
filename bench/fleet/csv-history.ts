import type { ClaimInput } from '../../src/domain/claims/claim.ts';
import { Fleet } from './fleet.ts';

type Deployment = Extract<ClaimInput, { type: 'deployment' }>;

const fields = [
  'service',
  'version',
  'environment',
  'status',
  'startedAt',
  'finishedAt',
  'initiator',
  'message',
  'commit',
] as const satisfies readonly (keyof Deployment)[];

/** The finished deployments of a fleet as a table that some other tool exported: a header and so many rows. */
export function* csvHistory(rows: number): Generator<string> {
  yield `${fields.join(',')}\n`;
  const fleet = new Fleet();
  for (let written = 0; written < rows; ) {
    for (const claim of fleet.take(1)) {
      if (claim.type !== 'deployment' || claim.finishedAt === undefined) continue;
      yield `${fields.map((field) => cell(claim[field])).join(',')}\n`;
      written += 1;
    }
  }
}

function cell(value: string | number | undefined): string {
  return value === undefined ? '' : `"${value}"`;
}
