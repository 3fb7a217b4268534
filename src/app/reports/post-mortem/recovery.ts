import { findFailedChanges } from '../../../analysis/failed-changes.ts';
import { isFinished } from '../../../analysis/finished-deployment.ts';
import { instant } from '../../../domain/instant.ts';
import type { DeploymentRow } from '../../../projections/rows.ts';
import type { Subject } from './find-subject.ts';
import type { Recovery } from './post-mortem-view.ts';

/** When the harm of what went wrong was over, by the definition of the metrics; null where no harm is recorded. */
export function recoveryOf({ deployment, incidents }: Subject, remedies: readonly DeploymentRow[]): Recovery | null {
  if (deployment !== undefined && isFinished(deployment)) {
    const [failed] = findFailedChanges([deployment], blaming(incidents, deployment.id), remedies);
    if (failed === undefined) return null;
    return span(deployment.finishedMs, failed.recoveredMs, endOf(deployment, failed.recoveredMs, incidents));
  }
  const [incident] = incidents;
  if (incident === undefined) return null;
  return span(incident.openedMs, incident.resolvedMs, incident.resolvedMs === null ? null : 'incident');
}

/** The incidents as if a person had named the whole deployment, of which the one that was named may be a part. */
function blaming(incidents: Subject['incidents'], causedBy: string) {
  return incidents.map((incident) => ({ ...incident, causedBy }));
}

function endOf(
  { rolledBackMs }: DeploymentRow,
  recoveredMs: number | null,
  incidents: Subject['incidents'],
): Recovery['by'] {
  if (recoveredMs === null) return null;
  if (rolledBackMs === recoveredMs) return 'rollback';
  return incidents.some(({ resolvedMs }) => resolvedMs === recoveredMs) ? 'incident' : 'remedy';
}

function span(fromMs: number, atMs: number | null, by: Recovery['by']): Recovery {
  return {
    from: instant(fromMs),
    at: atMs === null ? null : instant(atMs),
    by,
    afterMs: atMs === null || atMs < fromMs ? null : atMs - fromMs,
  };
}
