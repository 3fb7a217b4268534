import { type Frame, type FrameIncident, visitPlaces } from '../frame.ts';
import type { MetricColumn } from '../metric.ts';

/** The incidents that opened in each group. */
export function incidentsByGroup({ groups, incidents }: Frame): FrameIncident[][] {
  const byGroup = Array.from({ length: groups }, (): FrameIncident[] => []);
  for (const incident of incidents) if (incident.group !== undefined) byGroup[incident.group]?.push(incident);
  return byGroup;
}

/** A metric of incidents or rollbacks by group: it has no value where they cannot be put into the groups. */
export function whereTold({ untold }: Frame, column: MetricColumn): MetricColumn {
  if (untold === undefined) return column;
  return {
    of(group) {
      const { unit, formula } = column.of(group);
      return { value: null, unit, reason: untold, formula };
    },
    sides: () => ({ numerator: [], denominator: [] }),
  };
}

/** The incidents of the deployments that count in each group. */
export function incidentsByDeployment(frame: Frame): FrameIncident[][] {
  const { groups, incidents, counting } = frame;
  const wanted = new Map<number, FrameIncident[]>();
  for (const incident of incidents) {
    if (incident.place === undefined) continue;
    const others = wanted.get(incident.place);
    if (others === undefined) wanted.set(incident.place, [incident]);
    else others.push(incident);
  }
  return Array.from({ length: groups }, (_, group) => {
    const own: FrameIncident[] = [];
    if (wanted.size > 0) visitPlaces(frame, group, counting, (place) => own.push(...(wanted.get(place) ?? [])));
    return own;
  });
}
