import { sealedPaths } from '../../../ledger/sealing.ts';
import type { LedgerStore } from '../../../projections/read-store.ts';
import { erasedOpenings } from '../../log/verify-openings.ts';
import type { VerifyFailure } from '../../views.ts';
import { placeFacts } from './place-facts.ts';
import type { ReportScope } from './report-scope.ts';

/** The sealed values of the population that a report neither opens nor has a fact for that says they were erased. */
export async function withheldOpenings(store: LedgerStore, scope: ReportScope, size: number): Promise<VerifyFailure[]> {
  const erased = await erasedOpenings(store);
  const failures: VerifyFailure[] = [];
  for await (const block of placeFacts(store, scope, size)) {
    for (const { stored, fact, sealed, standing } of block) {
      if (standing !== 'in the population') continue;
      for (const path of sealedPaths(fact)) {
        if (sealed.holds(path) || erased.has(`${stored.index}${path}`)) continue;
        const why = 'the report does not open it, and no fact says that it was erased';
        failures.push({ index: stored.index, where: `openings.jsonl ${path}`, why });
      }
    }
  }
  return failures;
}
