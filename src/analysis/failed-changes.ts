import type { DeploymentRow, IncidentRow } from '../projections/rows.ts';
import { type FinishedDeployment, isDeployed } from './finished-deployment.ts';
import { groupByKey } from './group-by-key.ts';

/** A deployment that reached its environment and did harm there, and when that was over. */
export interface FailedChange {
  readonly deployment: FinishedDeployment;
  /** Its rollback, the end of an incident or the finish of a remedy, whichever came first; null while there is none. */
  readonly recoveredMs: number | null;
  /** Whether everything that could have ended it came before its finish, and so cannot have. */
  readonly endedBeforeFinish: boolean;
}

type BlamingIncident = Pick<IncidentRow, 'id' | 'causedBy' | 'resolvedMs'>;

/**
 * Finds the failed changes among deployments: those rolled back, those that an incident is attributed to, and those that a later
 * deployment of the same environment remedies, itself or through their incident.
 * @param incidents each with the deployment that it is attributed to, named or derived, as `causedBy`
 * @param remedies deployments that remediate something
 */
export function findFailedChanges(
  deployments: readonly FinishedDeployment[],
  incidents: readonly BlamingIncident[],
  remedies: readonly DeploymentRow[],
): FailedChange[] {
  const incidentsOf = groupByKey(incidents, ({ causedBy }) => causedBy);
  const remediesOf = remediesByDeployment(incidents, remedies);
  return deployments.filter(isDeployed).flatMap((deployment) => {
    const { id, rolledBackMs } = deployment;
    const ends = [
      ...(rolledBackMs === null ? [] : [rolledBackMs]),
      ...(incidentsOf.get(id) ?? []).map((incident) => incident.resolvedMs),
      ...(remediesOf.get(id) ?? []).filter((remedy) => isLater(remedy, deployment)).map(endByRemedy),
    ];
    return ends.length === 0 ? [] : [failedChange(deployment, ends)];
  });
}

function failedChange(deployment: FinishedDeployment, ends: readonly (number | null)[]): FailedChange {
  const later = ends.filter((end): end is number => end !== null && end >= deployment.finishedMs);
  const recoveredMs = later.length === 0 ? null : Math.min(...later);
  return { deployment, recoveredMs, endedBeforeFinish: recoveredMs === null && !ends.includes(null) };
}

function isLater(remedy: DeploymentRow, { id, environment, finishedMs }: FinishedDeployment): boolean {
  return remedy.id !== id && remedy.environment === environment && remedy.atMs >= finishedMs;
}

/** A remedy that never reached the environment shows that something was wrong, but ends nothing. */
function endByRemedy(remedy: DeploymentRow): number | null {
  return isDeployed(remedy) ? remedy.finishedMs : null;
}

/** An incident that a deployment remedies stands for the deployment that caused it. */
function remediesByDeployment(
  incidents: readonly BlamingIncident[],
  remedies: readonly DeploymentRow[],
): Map<string, DeploymentRow[]> {
  const causes = new Map(incidents.map(({ id, causedBy }) => [id, causedBy]));
  const remedied = remedies.flatMap((remedy) =>
    remedy.remediates.flatMap((id) => [id, causes.get(id) ?? id].map((deployment) => ({ deployment, remedy }))),
  );
  const byDeployment = groupByKey(remedied, ({ deployment }) => deployment);
  return new Map([...byDeployment].map(([id, named]) => [id, named.map(({ remedy }) => remedy)]));
}
