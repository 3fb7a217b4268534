import type { FlowHop, FlowPicture, FlowStage } from '../../../analysis/pictures/graph/flow-picture.ts';
import { counted } from '../../counted.ts';
import { displayWidth, padding, truncate } from '../../terminal/display-width.ts';
import { printable } from '../../terminal/printable.ts';
import { percent } from '../percent.ts';
import type { PictureOptions } from '../picture-options.ts';
import { asciiPage, type Span, terminalTones, usualColumns } from './ascii-page.ts';
import { flowTitle, hopText, shareTone, waitText, windowText } from './sketch-flow.ts';

const widestBox = 64;
const barCells = 24;

/** Draws the way of versions from top to bottom, a box for each environment, and an arrow for what was promoted. */
export function flowAscii(picture: FlowPicture, options: PictureOptions): string {
  const width = Math.min(widestBox, options.width ?? usualColumns);
  const lines = picture.stages.flatMap((stage, index) => {
    const before = picture.stages[index - 1]?.environment;
    const hop = picture.hops.find(({ from, to }) => from === before && to === stage.environment);
    return [...(index === 0 ? [] : arrow(hop)), ...box(stage, width)];
  });
  const beside = picture.hops.filter((hop) => !isNext(picture, hop));
  if (beside.length > 0) lines.push([], [{ text: 'Beside this way:', tone: 'strong' }], ...beside.map(besideLine));
  if (lines.length === 0) lines.push([{ text: 'Nothing was deployed.' }]);
  const notes = [windowText(picture, options.tz), 'Clean: no deployment of the version failed there or did harm.'];
  return asciiPage(flowTitle(picture), lines, [], notes, options);
}

function isNext({ stages }: FlowPicture, { from, to }: FlowHop): boolean {
  const names = stages.map(({ environment }) => environment);
  return names.indexOf(to) === names.indexOf(from) + 1;
}

function box(stage: FlowStage, width: number): (readonly Span[])[] {
  const tone = terminalTones[shareTone(stage)];
  const rule = '─'.repeat(Math.max(0, width - 2));
  const inside = (text: string, style: Span['tone']): readonly Span[] => {
    const fitted = truncate(printable(text), Math.max(1, width - 4));
    return [
      { text: '│ ', tone },
      { text: fitted, tone: style },
      { text: `${padding(fitted, width - 4)} │`, tone },
    ];
  };
  return [
    [{ text: `╭${rule}╮`, tone }],
    inside(stage.environment, 'strong'),
    ...stageTexts(stage).map((text) => inside(text, undefined)),
    [{ text: `╰${rule}╯`, tone }],
  ];
}

function stageTexts({ versions, deployments, clean, entered }: FlowStage): string[] {
  if (versions === 0) return ['nothing in this window'];
  const full = Math.floor((barCells * clean) / versions);
  return [
    `${counted(versions, 'version')}, ${counted(deployments, 'deployment')}, ${entered} came in here`,
    `${'█'.repeat(full)}${'░'.repeat(barCells - full)} ${percent(clean, versions)} clean`,
  ];
}

function arrow(hop: FlowHop | undefined): (readonly Span[])[] {
  if (hop === undefined) return [[]];
  const tone = terminalTones[shareTone(hop)];
  return [
    [{ text: `   │  ${hopText(hop)}`, tone }],
    [
      { text: '   ▼  ', tone },
      { text: waitText(hop), tone: 'dim' },
    ],
  ];
}

function besideLine(hop: FlowHop): readonly Span[] {
  const way = printable(`  ${hop.from} → ${hop.to}  `);
  return [
    { text: way + ' '.repeat(Math.max(0, 28 - displayWidth(way))) },
    { text: `${hopText(hop)}, ${waitText(hop)}`, tone: terminalTones[shareTone(hop)] },
  ];
}
