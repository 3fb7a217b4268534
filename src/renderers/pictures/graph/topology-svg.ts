import { groupByKey } from '../../../analysis/group-by-key.ts';
import {
  type Occupant,
  type Place,
  placeKey,
  type TopologyPicture,
} from '../../../analysis/pictures/graph/topology-picture.ts';
import type { PictureOptions } from '../picture-options.ts';
import { described, element, textElement } from '../svg/element.ts';
import { fitText, textWidth } from '../svg/text-width.ts';
import { servicesByTeam } from './services-by-team.ts';
import {
  describeTopology,
  healthTone,
  occupantText,
  placeName,
  topologyLegend,
  topologyTitle,
} from './sketch-topology.ts';
import { type Drawing, framed } from './svg-frame.ts';
import { toneSquare } from './tone-square.ts';

const rowHeight = 24;
const nameWidth = 230;
const headHeight = 44;
const textSize = 12;
const narrowestColumn = 110;
const widestColumn = 190;
const rowsPerPanel = 70;
const panelGap = 40;

/** Draws what runs where as a table: a row for each service, by team, and a column for each place. */
export function topologySvg(picture: TopologyPicture, options: PictureOptions): string {
  const tones = new Set(picture.running.map(({ health }) => healthTone[health]));
  const frame = {
    name: 'topology',
    title: topologyTitle(picture, options.tz),
    description: describeTopology(picture),
    legend: topologyLegend.filter(({ tone }) => tones.has(tone)),
    notes: picture.running.length === 0 ? ['Nothing runs, as far as is known.'] : [],
  };
  return framed(frame, table(picture, options.tz), options);
}

/** A table of many rows goes on beside itself: a picture is no roll of paper. */
function table(picture: TopologyPicture, tz: string): Drawing {
  const columns = columnsOf(picture);
  const width = columns.at(-1)?.right ?? nameWidth;
  const panels = panelsOf(rowsOf(picture, columns, tz));
  const markup = panels.flatMap((rows, index) => [
    `<g transform="translate(${index * (width + panelGap)} 0)">`,
    ...columns.map(drawHead),
    ...rows.map((draw, row) => draw(headHeight + row * rowHeight)),
    '</g>',
  ]);
  const longest = panels.reduce((most, rows) => Math.max(most, rows.length), 0);
  return { width: panels.length * (width + panelGap) - panelGap, height: headHeight + longest * rowHeight, markup };
}

/** Draws a row of the table whose upper edge lies at `y`. */
type DrawRow = (y: number) => string;

interface Row {
  /** The heading of its team; none where there are no teams. */
  readonly heading: DrawRow | undefined;
  readonly draw: DrawRow;
}

function rowsOf(picture: TopologyPicture, columns: readonly PlacedColumn[], tz: string): Row[] {
  const width = columns.at(-1)?.right ?? nameWidth;
  const occupants = groupByKey(picture.running, ({ service }) => service);
  return servicesByTeam(picture.services).flatMap(([team, services]) => {
    const heading = team === undefined ? undefined : (y: number) => teamRow(team, services.length, y, width);
    return services.map(({ name }) => ({
      heading,
      draw: (y: number) => serviceRow(name, occupants.get(name) ?? [], columns, y, tz),
    }));
  });
}

/** Rows in panels of about equal height, each team under its heading, again where a panel begins. */
function panelsOf(rows: readonly Row[]): DrawRow[][] {
  const count = Math.max(1, Math.ceil(rows.length / rowsPerPanel));
  const size = Math.ceil(rows.length / count);
  return Array.from({ length: count }, (_, index) => {
    const own = rows.slice(index * size, (index + 1) * size);
    return own.flatMap(({ heading, draw }, row) =>
      heading === undefined || own[row - 1]?.heading === heading ? [draw] : [heading, draw],
    );
  });
}

interface PlacedColumn {
  readonly place: Place;
  readonly left: number;
  readonly right: number;
}

function columnsOf({ places, running }: TopologyPicture): PlacedColumn[] {
  const byPlace = groupByKey(running, placeKey);
  let left = nameWidth;
  return places.map((place) => {
    const texts = [
      place.environment,
      place.region,
      ...(byPlace.get(placeKey(place)) ?? []).map(({ version }) => version),
    ];
    const needed = texts.reduce((most, text) => Math.max(most, textWidth(text, textSize) + 34), narrowestColumn);
    const column = { place, left, right: left + Math.min(widestColumn, needed) };
    left = column.right;
    return column;
  });
}

function drawHead({ place, left, right }: PlacedColumn): string {
  const room = right - left - 12;
  const text = (y: number, weight: number, colour: string, shown: string) =>
    textElement('text', { x: left + 6, y, 'font-size': textSize, 'font-weight': weight, class: colour }, shown);
  return described(
    placeName(place),
    text(16, 600, 'fill-ink', fitText(place.environment, room, textSize * 1.1)),
    text(33, 400, 'fill-muted', fitText(place.region, room, textSize)),
  );
}

function teamRow(team: string, count: number, y: number, width: number): string {
  const back = element('rect', { x: 0, y, width, height: rowHeight, class: 'fill-panel' });
  const label = fitText(`${team} (${count})`, width - 12, textSize * 1.1);
  const style = { x: 6, y: y + 16, 'font-size': textSize, 'font-weight': 600, class: 'fill-ink' };
  return described(team, back, textElement('text', style, label));
}

function serviceRow(
  name: string,
  occupants: readonly Occupant[],
  columns: readonly PlacedColumn[],
  y: number,
  tz: string,
): string {
  const byPlace = new Map(occupants.map((occupant) => [placeKey(occupant), occupant]));
  const style = { x: 6, y: y + 16, 'font-size': textSize, class: 'fill-ink' };
  const label = described(name, textElement('text', style, fitText(name, nameWidth - 18, textSize)));
  const cells = columns.map(({ place, left, right }) => {
    const occupant = byPlace.get(placeKey(place));
    return occupant === undefined ? '' : cell(occupant, left, right, y, tz);
  });
  const right = columns.at(-1)?.right ?? nameWidth;
  const rule = element('path', { d: `M0 ${y + rowHeight}H${right}`, 'stroke-width': 0.5, class: 'stroke-rule' });
  return rule + label + cells.join('');
}

function cell(occupant: Occupant, left: number, right: number, y: number, tz: string): string {
  const style = { x: left + 24, y: y + 16, 'font-size': textSize, class: 'fill-ink' };
  return described(
    occupantText(occupant, tz),
    toneSquare(healthTone[occupant.health], left + 6, y + 6, 12),
    textElement('text', style, fitText(occupant.version, right - left - 28, textSize)),
  );
}
