import { LedgerError } from '../../domain/errors.ts';
import { decodeFact } from '../../ledger/fact-bytes.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import type { DeploymentRow } from '../../projections/rows.ts';
import type { KnownAt } from '../queries.ts';
import type { DeploymentDetail, DeploymentView, RollbackView } from '../views.ts';
import { availableProof } from './available-proof.ts';
import { incidentsOf } from './incidents-of.ts';
import { factsKnownAt } from './known-at.ts';
import { viewDeployments } from './view-deployments.ts';
import { type ReadFact, viewFact } from './view-fact.ts';
import { viewAttributed } from './view-incidents.ts';
import { viewRollbacks } from './view-rollbacks.ts';

/**
 * Shows one deployment with everything that belongs to it: its facts as they are stored, its commits, what undid it, the incidents
 * attributed to it, its targets, and the proof of the fact that recorded it.
 * @throws LedgerError `not-found` when there is none, or was none then.
 */
export async function showDeployment(
  store: LedgerStore,
  id: string,
  knownAt: KnownAt | undefined,
): Promise<DeploymentDetail> {
  const known = await factsKnownAt(store, knownAt);
  const row = await store.deployment(id, { knownAt: known });
  if (row === undefined) throw notFound(id, known);
  const facts = await factsOf(store, id, known);
  const recorded = facts.find(({ stored }) => stored.index === row.index);
  const [view, ...targets] = await withTargets(store, row, known);
  return {
    ...view,
    commits: facts.flatMap(({ fact }) => (fact.type === 'deployment.shipped' ? fact.data.commits : [])),
    facts: facts.map(viewFact),
    rollback: await rollbackOf(store, row, known),
    incidents: await viewAttributed(store, await incidentsOf(store, row, known)),
    targets,
    proof: recorded === undefined ? null : await availableProof(store, recorded.stored),
  };
}

async function factsOf(store: LedgerStore, id: string, known: number | undefined): Promise<ReadFact[]> {
  const stored = await store.factsOf([`deployment:${id}`]);
  return stored
    .filter(({ index }) => known === undefined || index < known)
    .map((one) => ({ stored: one, fact: decodeFact(one.bytes) }));
}

/** The deployment, then those of its own service and environment that name it as their parent. */
async function withTargets(
  store: LedgerStore,
  row: DeploymentRow,
  knownAt: number | undefined,
): Promise<[DeploymentView, ...DeploymentView[]]> {
  const { id, service, environment } = row;
  const targets = await store.deployments({ parentId: id, service, environments: [environment], knownAt });
  const [view, ...others] = await viewDeployments(store, [row, ...targets]);
  if (view === undefined) throw new TypeError('a row without a view');
  return [view, ...others];
}

async function rollbackOf(
  store: LedgerStore,
  { rolledBackBy }: DeploymentRow,
  knownAt: number | undefined,
): Promise<RollbackView | null> {
  if (rolledBackBy === null) return null;
  const [view] = await viewRollbacks(store, await store.rollbacks({ ids: [rolledBackBy], knownAt }));
  return view ?? null;
}

function notFound(id: string, known: number | undefined): LedgerError {
  const when = known === undefined ? 'is recorded' : `was known when the log had ${known} facts`;
  return new LedgerError('not-found', `no deployment ${JSON.stringify(id)} ${when}`, {
    field: 'id',
    hint: 'see the latest with: deploy-ledger list-deployments',
  });
}
