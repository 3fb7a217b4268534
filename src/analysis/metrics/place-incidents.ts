import type { IncidentRow } from '../../projections/rows.ts';
import type { MetricEvidence } from './build-frame.ts';
import type { StateSet } from './columns/columns.ts';
import { firstAt, type PlaceFinder } from './columns/find-place.ts';
import type { FrameIncident } from './frame.ts';
import type { IncidentRule } from './profile.ts';

interface IncidentPlacing {
  readonly finder: PlaceFinder;
  readonly rule: IncidentRule;
  /** In which states a deployment counts. */
  readonly counting: StateSet;
  groupOf(service: string, environment: string, ms: number): number | undefined;
}

/** Incidents, each with its group and the deployment that it belongs to by the profile's rule. */
export function placeIncidents(
  evidence: MetricEvidence,
  incidents: readonly IncidentRow[],
  placing: IncidentPlacing,
): FrameIncident[] {
  return incidents.map((incident) => ({
    ...incident,
    group: placing.groupOf(incident.service, incident.environment, incident.openedMs),
    place: placeOfCause(evidence, incident, placing),
  }));
}

function placeOfCause(
  { columns, blamed }: MetricEvidence,
  incident: IncidentRow,
  { finder, rule, counting }: IncidentPlacing,
): number | undefined {
  if (rule === 'none' || rule === 'unattributed') return undefined;
  if (rule === 'attributed') {
    const cause = blamed.get(incident.causedBy ?? '');
    return cause && finder.place(cause);
  }
  const lane = finder.lane(incident);
  if (lane === undefined) return undefined;
  let place = firstAt(columns, lane, incident.openedMs + (rule === 'latest-until' ? 1 : 0)) - 1;
  while (place >= lane.from && counting[columns.state[place] ?? 0] !== 1) place--;
  return place < lane.from ? undefined : place;
}
