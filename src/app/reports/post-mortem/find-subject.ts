import { LedgerError } from '../../../domain/errors.ts';
import { didYouMean } from '../../../domain/suggest.ts';
import type { LedgerStore, ReadStore } from '../../../projections/read-store.ts';
import type { DeploymentRow } from '../../../projections/rows.ts';
import { type AttributedIncident, attributeIncidents } from '../../read/attribute-incidents.ts';
import { incidentsOf } from '../../read/incidents-of.ts';

/** What went wrong: an incident, a deployment, or both where one is attributed to the other. */
export interface Subject {
  readonly kind: 'deployment' | 'incident';
  readonly id: string;
  readonly service: string;
  readonly environment: string;
  readonly deployment: DeploymentRow | undefined;
  /** Its parts, such as those of single regions. */
  readonly targets: readonly DeploymentRow[];
  /** Those attributed to it or to a part of it, else the subject itself; the one that opened first comes first. */
  readonly incidents: readonly AttributedIncident[];
}

/** Ids among which a mistyped one is looked for. */
const latest = { limit: 500 };

/**
 * Finds the deployment or the incident of this id; an incident brings the deployment that it is attributed to, and that its other
 * incidents.
 * @throws LedgerError `not-found`, with the nearest id.
 */
export async function findSubject(store: LedgerStore, id: string, knownAt: number): Promise<Subject> {
  const [incident] = await attributeIncidents(store, await store.incidents({ id, knownAt }), knownAt);
  const deploymentId = incident === undefined ? id : incident.attribution.deployment;
  const deployment = deploymentId === null ? undefined : await wholeOf(store, deploymentId, knownAt);
  const about = incident ?? deployment;
  if (about === undefined) throw await notFound(store, id);
  const { service, environment } = about;
  const targets = deployment === undefined ? [] : await targetsOf(store, deployment, knownAt);
  return {
    kind: incident === undefined ? 'deployment' : 'incident',
    id,
    service,
    environment,
    deployment,
    targets,
    incidents:
      deployment === undefined ? singly(incident) : await incidentsOfAny(store, [deployment, ...targets], knownAt),
  };
}

function singly(incident: AttributedIncident | undefined): AttributedIncident[] {
  return incident === undefined ? [] : [incident];
}

async function incidentsOfAny(
  store: LedgerStore,
  deployments: readonly DeploymentRow[],
  knownAt: number,
): Promise<AttributedIncident[]> {
  const found: AttributedIncident[] = [];
  for (const deployment of deployments) found.push(...(await incidentsOf(store, deployment, knownAt)));
  return found.toSorted((a, b) => a.openedMs - b.openedMs);
}

function targetsOf(store: ReadStore, whole: DeploymentRow, knownAt: number): Promise<DeploymentRow[]> {
  const { id, service, environment } = whole;
  return store.deployments({ parentId: id, service, environments: [environment], knownAt }, { oldestFirst: true });
}

/** The deployment of this id, or the one that it is a part of: what was decided, approved and shipped is said of the whole. */
async function wholeOf(store: ReadStore, id: string, knownAt: number): Promise<DeploymentRow | undefined> {
  const part = await store.deployment(id, { knownAt });
  if (part === undefined || part.parentId === null) return part;
  const whole = await store.deployment(part.parentId, { knownAt });
  const isPart = whole?.service === part.service && whole.environment === part.environment;
  return isPart ? whole : part;
}

async function notFound(store: ReadStore, id: string): Promise<LedgerError> {
  const [rollback] = await store.rollbacks({ ids: [id] });
  if (rollback !== undefined) {
    const { deployment, service } = rollback;
    return new LedgerError('not-found', `${id} is a rollback; a post-mortem is of a deployment or an incident`, {
      field: 'id',
      hint: `name ${deployment ?? `the deployment that it undid, see: deploy-ledger list-deployments --service ${service}`}`,
    });
  }
  const known = [...(await store.deployments({}, latest)), ...(await store.incidents({}, latest))];
  const near = didYouMean(
    id,
    known.map((row) => row.id),
  );
  return new LedgerError('not-found', `no deployment or incident ${JSON.stringify(id)} is recorded${near}`, {
    field: 'id',
    hint: 'find it with: deploy-ledger list-deployments, or deploy-ledger list-incidents',
  });
}
