import { groupByKey } from '../../../analysis/group-by-key.ts';
import {
  type Occupant,
  type Place,
  type PlaceHealth,
  placeKey,
  type TopologyPicture,
} from '../../../analysis/pictures/graph/topology-picture.ts';
import { instant } from '../../../domain/instant.ts';
import { counted } from '../../counted.ts';
import { formatInstant } from '../../times/format-instant.ts';
import { listed } from './listed-names.ts';
import { legendFor, mostUrgent, type Sketch, type SketchLine, type SketchNode, type SketchTone } from './sketch.ts';

export const healthTone: Readonly<Record<PlaceHealth, SketchTone>> = {
  ok: 'ok',
  partial: 'warn',
  incident: 'bad',
  unknown: 'unknown',
};

export const topologyLegend = [
  { tone: 'ok', label: 'no open incident known' },
  { tone: 'warn', label: 'reached only a part of its targets' },
  { tone: 'bad', label: 'open incident' },
  { tone: 'unknown', label: 'nobody recorded its deployment' },
] as const;

/** More services than this share their place's boxes by team. */
const namesPerBox = 30;

/** Sketches what runs where: a group for each environment, in it a box for each region, or for each team of a region. */
export function sketchTopology(picture: TopologyPicture, tz: string): Sketch {
  const teams = new Map(picture.services.map(({ name, team, tier }) => [name, team ?? tier ?? 'others']));
  const byPlace = groupByKey(picture.running, placeKey);
  const nodes = picture.places.flatMap((place) => {
    const occupants = byPlace.get(placeKey(place)) ?? [];
    if (occupants.length <= namesPerBox) return [boxOf(place, undefined, occupants)];
    const byTeam = groupByKey(occupants, ({ service }) => teams.get(service) ?? 'others');
    return [...byTeam].flatMap(([team, members]) => boxesOf(place, team, members));
  });
  return {
    name: 'topology',
    title: topologyTitle(picture, tz),
    description: describeTopology(picture),
    groups: [...new Set(picture.places.map(({ environment }) => environment))].map((id) => ({ id, label: id })),
    nodes,
    edges: [],
    legend: legendFor({ nodes, edges: [] }, topologyLegend),
    notes: [],
  };
}

export function topologyTitle({ asOfMs }: TopologyPicture, tz: string): string {
  return `What runs where, ${formatInstant(instant(asOfMs), tz)}${tz === 'UTC' ? ' UTC' : ''}`;
}

/** Says in sentences what the picture shows. */
export function describeTopology({ services, places, running }: TopologyPicture): string {
  if (running.length === 0) return 'Nothing runs, as far as is known.';
  const troubled = running
    .filter(({ health }) => health === 'incident')
    .map(({ service, version, ...place }) => `${service} ${version} in ${placeName(place)}`);
  const counts = places.map((place) => {
    const here = running.filter((occupant) => placeKey(occupant) === placeKey(place)).length;
    return `${placeName(place)} ${here}`;
  });
  return [
    `${counted(services.length, 'service')} in ${counted(places.length, 'place')}: ${listed(counts)}.`,
    ...(troubled.length === 0 ? [] : [`Open incidents: ${listed(troubled)}.`]),
  ].join(' ');
}

export function placeName({ environment, region }: Place): string {
  return region === '' ? environment : `${environment} ${region}`;
}

export function occupantText({ service, version, health, ...place }: Occupant, tz: string): string {
  const since = formatInstant(instant(place.sinceMs), tz);
  return `${service} ${version} in ${placeName(place)} since ${since}: ${health}`;
}

/** The services of a team in a place, in as many boxes as it takes. */
function boxesOf(place: Place, team: string, members: readonly Occupant[]): SketchNode[] {
  const count = Math.ceil(members.length / namesPerBox);
  return Array.from({ length: count }, (_, index) => {
    const part = members.slice(index * namesPerBox, (index + 1) * namesPerBox);
    return boxOf(place, count === 1 ? team : `${team} ${index + 1} of ${count}`, part);
  });
}

function boxOf(place: Place, team: string | undefined, occupants: readonly Occupant[]): SketchNode {
  const lines = occupants.map(
    ({ service, version, health }): SketchLine => ({ text: `${service} ${version}`, tone: healthTone[health] }),
  );
  const where = place.region === '' ? 'no region named' : place.region;
  return {
    id: JSON.stringify([place.environment, place.region, team]),
    group: place.environment,
    label: `${team === undefined ? where : `${where}, ${team}`} (${occupants.length})`,
    lines,
    tone: mostUrgent(lines.map(({ tone }) => tone)),
    tooltip: `${placeName(place)}: ${lines.map(({ text }) => text).join(', ')}`,
  };
}
