import type { Frame, FrameIncident } from '../frame.ts';

/** The incidents that opened in each group. */
export function incidentsByGroup({ groups, incidents }: Frame): FrameIncident[][] {
  const byGroup = groups.map((): FrameIncident[] => []);
  for (const incident of incidents) if (incident.group !== undefined) byGroup[incident.group]?.push(incident);
  return byGroup;
}

/** The incidents of the deployments that count in each group. */
export function incidentsByDeployment({ groups, incidents, places, groupOf }: Frame): FrameIncident[][] {
  const byGroup = groups.map((): FrameIncident[] => []);
  const wanted = new Map<number, FrameIncident[]>();
  for (const incident of incidents) {
    if (incident.place === undefined) continue;
    const others = wanted.get(incident.place);
    if (others === undefined) wanted.set(incident.place, [incident]);
    else others.push(incident);
  }
  if (wanted.size === 0) return byGroup;
  for (let i = 0; i < places.length; i++) byGroup[groupOf[i] ?? 0]?.push(...(wanted.get(places[i] ?? 0) ?? []));
  return byGroup;
}
