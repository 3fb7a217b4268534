import { type NamedColumn, namedColumns } from '../../../analysis/pictures/time/named-columns.ts';
import {
  largestCell,
  type Timeline,
  type TimelineCell,
  type TimelineLane,
  timelineLanes,
} from '../../../analysis/pictures/time/timeline.ts';
import { truncate } from '../../terminal/display-width.ts';
import { printable } from '../../terminal/printable.ts';
import { quoteDot } from '../dot/quote-dot.ts';
import { escapeXml } from '../svg/escape-xml.ts';
import { type Colour, lightColour } from '../svg/palette.ts';
import { heatStep } from './heat-steps.ts';
import { laneName, sharedLaneText } from './lane-words.ts';
import { timelineSummary, timelineTitle } from './timeline-words.ts';

const mostColumns = 14;
const mostLanes = 40;
const longestName = 40;

/** Shades that black text is readable on. */
const shades: readonly Colour[] = ['paper', 'heat0', 'heat1', 'heat2'];

/** One node that is a table, since only a table keeps lanes and columns straight: services by periods. */
export function timelineDot(timeline: Timeline): string {
  const columns = namedColumns(timeline.frame, mostColumns);
  const lanes = timelineLanes(
    timeline,
    mostLanes,
    columns.map(({ fromMs }) => fromMs),
  );
  const largest = largestCell(lanes);
  const summary = [timelineSummary(timeline), sharedLaneText(lanes)].join(' ').trim();
  const rows = [
    `<TR><TD></TD>${columns.map((column) => `<TD>${heading(column)}</TD>`).join('')}</TR>`,
    ...lanes.map((lane) => laneRow(lane, largest)),
  ];
  return `${[
    'digraph timeline {',
    `  graph [labelloc=t, fontname="Helvetica", bgcolor="white", label=${quoteDot(timelineTitle(timeline))}, tooltip=${quoteDot(summary)}, comment=${quoteDot(summary)}];`,
    '  node [shape=plain, fontname="Helvetica", fontsize=10];',
    ...(timeline.events.length === 0 ? [] : [`  lanes [tooltip=${quoteDot(summary)}, label=<${table(rows)}>];`]),
    `  legend [label=${quoteDot(summary)}];`,
    ...(timeline.events.length === 0
      ? []
      : [`  key [label=${quoteDot(key)}];`, '  lanes -> legend -> key [style=invis];']),
    '}',
  ].join('\n')}\n`;
}

const key = 'number: deployments   × failed change   ◂ rollback   ! incident opened   – incident open';

function table(rows: readonly string[]): string {
  return `<TABLE BORDER="0" CELLBORDER="1" CELLSPACING="0" CELLPADDING="4" COLOR="${lightColour('rule')}">${rows.join('')}</TABLE>`;
}

/** The two ends of a period below one another. */
function heading({ name }: NamedColumn): string {
  return name.split(' – ').map(escapeXml).join('<BR/>– ');
}

function laneRow(lane: TimelineLane, largest: number): string {
  const name = printable(laneName(lane));
  const shown = truncate(name, longestName);
  // Graphviz shows a cell's title only where it has a link.
  const full = shown === name ? '' : ` HREF="#" TITLE="${escapeXml(name)}"`;
  return `<TR><TD ALIGN="LEFT"${full}>${escapeXml(shown)}</TD>${lane.cells.map((cell) => cellOf(cell, largest)).join('')}</TR>`;
}

function cellOf(cell: TimelineCell, largest: number): string {
  const shade = shades[heatStep(cell.deployments, largest, shades.length - 1)] ?? 'paper';
  const texts = [
    ...(cell.deployments > 0 ? [`${cell.deployments}`] : []),
    ...(cell.failed > 0 ? [red(`×${cell.failed}`)] : []),
    ...(cell.rollbacks > 0 ? [`◂${cell.rollbacks}`] : []),
    ...(cell.incidents > 0 ? [`!${cell.incidents}`] : cell.open > 0 ? ['–'] : []),
  ];
  return `<TD BGCOLOR="${lightColour(shade)}">${texts.join(' ')}</TD>`;
}

function red(text: string): string {
  return `<FONT COLOR="${lightColour('bad')}">${text}</FONT>`;
}
