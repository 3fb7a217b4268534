import type { ClaimInput } from '../../domain/claims/claim.ts';
import type { ShippedCommit } from '../../domain/facts/deployment.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import type { ExportOptions } from '../ledger.ts';
import { requireEnvironment } from '../read/require-environment.ts';
import { requireWindow } from '../read/require-window.ts';
import { chooseFacts } from './choose-facts.ts';
import { claimOfFact } from './claim-of-fact.ts';
import { factBlocks, type OpenedFact } from './fact-blocks.ts';

type Claim = Readonly<Record<string, unknown>>;

/**
 * The claims that lead to the same ledger again, one for each fact, in the order of the log, in flat memory; a deployment's commits
 * are part of its claim. Chosen by service, environment or time they can name a deployment that was not chosen, which an import then
 * refuses, as it must.
 * @throws LedgerError `invalid` for an environment that nobody registered or a window without time.
 */
export async function* exportClaims(store: LedgerStore, options: ExportOptions): AsyncGenerator<Claim> {
  let deployment: { readonly claim: ClaimInput; readonly id: string; readonly commits: ShippedCommit[] } | undefined;
  for await (const { fact, sealed } of chosenFacts(store, options)) {
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

async function* chosenFacts(store: LedgerStore, options: ExportOptions): AsyncGenerator<OpenedFact> {
  const { service, fromMs, toMs } = options;
  requireWindow(options);
  const environment = await requireEnvironment(store, options.environment);
  const chosen = { service: service?.normalize('NFC'), environment, fromMs, toMs };
  const { size } = await store.head();
  for await (const block of factBlocks(store, size)) yield* await chooseFacts(store, block, chosen);
}

function withCommits(claim: ClaimInput, commits: readonly ShippedCommit[]): Claim {
  return present(commits.length === 0 ? claim : { ...claim, commits });
}

/** A claim as JSON has it: without what was not said. */
function present(claim: object): Claim {
  return JSON.parse(JSON.stringify(claim)) as Claim;
}
