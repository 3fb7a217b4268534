import { groupByKey } from '../../../analysis/group-by-key.ts';
import {
  type Occupant,
  type Place,
  placeKey,
  type TopologyPicture,
} from '../../../analysis/pictures/graph/topology-picture.ts';
import { columnWidths, fitWidths } from '../../terminal/column-widths.ts';
import { displayWidth, padding, truncate } from '../../terminal/display-width.ts';
import { printable } from '../../terminal/printable.ts';
import type { PictureOptions } from '../picture-options.ts';
import { asciiPage, type Span, terminalTones, usualColumns } from './ascii-page.ts';
import { servicesByTeam } from './services-by-team.ts';
import { describeTopology, healthTone, topologyLegend, topologyTitle } from './sketch-topology.ts';
import { toneMarks } from './tone-looks.ts';

const gap = 2;
const widestVersion = 16;

/** Draws what runs where as a table: a row for each service, by team, and a column for each place. */
export function topologyAscii(picture: TopologyPicture, options: PictureOptions): string {
  const { places, running } = picture;
  const occupants = groupByKey(running, ({ service }) => service);
  const teams = servicesByTeam(picture.services);
  const rows = new Map(picture.services.map(({ name }) => [name, row(name, occupants.get(name) ?? [], places)]));
  const heads = [header('', places, 'environment'), header('', places, 'region')];
  const texts = [...heads, ...rows.values()].map((cells) => cells.map(({ text }) => text));
  // A hash or the name of a build is known by its beginning.
  const natural = columnWidths(texts).map((width, index) => (index === 0 ? width : Math.min(width, widestVersion)));
  const widths = fitWidths(natural, options.width ?? usualColumns, gap);
  const missing = places.length + 1 - widths.length;
  const lines: (readonly Span[])[] = heads.map((cells) => aligned(cells, widths));
  for (const [team, services] of teams) {
    if (team !== undefined) lines.push(teamLine(team, services.length, widths));
    for (const { name } of services) lines.push(aligned(rows.get(name) ?? [], widths));
  }
  const notes = missing > 0 ? [`${missing} more places do not fit into this width.`] : [];
  const tones = new Set(running.map(({ health }) => healthTone[health]));
  const legend = topologyLegend.filter(({ tone }) => tones.has(tone));
  const shown = running.length === 0 ? [] : lines;
  return asciiPage(topologyTitle(picture, options.tz), shown, legend, [...notes, describeTopology(picture)], options);
}

function header(first: string, places: readonly Place[], field: keyof Place): Span[] {
  // The name of an environment stands above the first of its regions only.
  const texts = places.map((place, index) => {
    const repeated = field === 'environment' && places[index - 1]?.environment === place.environment;
    return repeated ? '' : place[field];
  });
  const tone = field === 'environment' ? 'strong' : 'dim';
  return [first, ...texts].map((text) => ({ text: printable(text), tone }));
}

function row(name: string, occupants: readonly Occupant[], places: readonly Place[]): Span[] {
  const byPlace = new Map(occupants.map((occupant) => [placeKey(occupant), occupant]));
  const cells = places.map((place): Span => {
    const occupant = byPlace.get(placeKey(place));
    if (occupant === undefined) return { text: '·', tone: 'dim' };
    const tone = healthTone[occupant.health];
    return { text: printable(`${toneMarks[tone]}${occupant.version}`), tone: terminalTones[tone] };
  });
  return [{ text: printable(name) }, ...cells];
}

function teamLine(team: string, count: number, widths: readonly number[]): readonly Span[] {
  const total = widths.reduce((sum, width) => sum + width + gap, -gap);
  const label = truncate(printable(`── ${team} (${count}) `), total);
  return [{ text: label + '─'.repeat(Math.max(0, total - displayWidth(label))), tone: 'dim' }];
}

function aligned(cells: readonly Span[], widths: readonly number[]): readonly Span[] {
  return widths.map((width, index) => {
    const { text = '', tone } = cells[index] ?? {};
    const fitted = truncate(text, width);
    return { text: (index === 0 ? '' : ' '.repeat(gap)) + fitted + padding(fitted, width), tone };
  });
}
