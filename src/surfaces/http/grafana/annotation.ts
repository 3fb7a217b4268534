import type { TimelineEntry } from '../../../app/timeline/timeline-view.ts';
import type { DeploymentView, IncidentView, RollbackView } from '../../../app/views.ts';

/** A mark on a graph, in the columns that Grafana knows annotations by. */
export interface Annotation {
  readonly time: string;
  /** Where a span ends; null for a moment. */
  readonly timeEnd: string | null;
  readonly title: string;
  readonly text: string;
  /** Joined by commas. */
  readonly tags: string;
}

/** Marks what a timeline tells. */
export function annotationOf(entry: TimelineEntry): Annotation {
  switch (entry.type) {
    case 'deployment':
      return ofDeployment(entry.deployment, entry.at);
    case 'rollback':
      return ofRollback(entry.rollback, entry.at);
    case 'incident':
      return ofIncident(entry.incident);
  }
}

function ofDeployment(deployment: DeploymentView, at: string): Annotation {
  const { service, version, environment, status, strategy, startedAt, finishedAt } = deployment;
  const isSpan = startedAt !== null && finishedAt !== null && Date.parse(startedAt) < Date.parse(finishedAt);
  return {
    time: isSpan ? startedAt : at,
    timeEnd: isSpan ? finishedAt : null,
    title: `${service} ${version}`,
    text: `${strategy} deployment in ${environment}: ${status}`,
    tags: ['deployment', status, service, environment].join(','),
  };
}

function ofRollback(
  { service, environment, fromVersion, toVersion, reasonCode }: RollbackView,
  at: string,
): Annotation {
  return {
    time: at,
    timeEnd: null,
    title: `${service} ${fromVersion} → ${toVersion}`,
    text: `rolled back in ${environment}${reasonCode === null ? '' : `: ${reasonCode}`}`,
    tags: ['rollback', service, environment].join(','),
  };
}

function ofIncident({ service, environment, severity, title, openedAt, resolvedAt, id }: IncidentView): Annotation {
  return {
    time: openedAt,
    timeEnd: resolvedAt,
    title: `${id}: ${severity} incident of ${service}`,
    text: title ?? `opened in ${environment}`,
    tags: ['incident', severity, service, environment].join(','),
  };
}
