import type { ClaimInput } from '../../domain/claims/claim.ts';
import type { ShippedCommit } from '../../domain/facts/deployment.ts';
import { claimOfFact } from './claim-of-fact.ts';
import type { OpenedFact } from './fact-blocks.ts';

export type ExportedClaim = Readonly<Record<string, unknown>>;

/** The claims that lead to facts again, facts being given in the order of the log; a deployment's commits are part of its claim. */
export async function* claimsOf(
  facts: Iterable<OpenedFact> | AsyncIterable<OpenedFact>,
): AsyncGenerator<ExportedClaim> {
  let deployment: { readonly claim: ClaimInput; readonly id: string; readonly commits: ShippedCommit[] } | undefined;
  for await (const { fact, sealed } of facts) {
    if (fact.type === 'deployment.shipped' && fact.data.deployment === deployment?.id) {
      deployment.commits.push(...fact.data.commits);
      continue;
    }
    if (deployment !== undefined) yield withCommits(deployment.claim, deployment.commits);
    deployment = undefined;
    const claim = claimOfFact(fact, sealed);
    if (claim === undefined) continue;
    if (fact.type === 'deployment.recorded') deployment = { claim, id: fact.data.deployment, commits: [] };
    else yield present(claim);
  }
  if (deployment !== undefined) yield withCommits(deployment.claim, deployment.commits);
}

function withCommits(claim: ClaimInput, commits: readonly ShippedCommit[]): ExportedClaim {
  return present(commits.length === 0 ? claim : { ...claim, commits });
}

/** A claim as JSON has it: without what was not said. */
function present(claim: object): ExportedClaim {
  return JSON.parse(JSON.stringify(claim)) as ExportedClaim;
}
