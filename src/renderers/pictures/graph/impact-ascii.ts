import { groupByKey } from '../../../analysis/group-by-key.ts';
import type { HitService, ImpactPicture } from '../../../analysis/pictures/graph/impact-picture.ts';
import { counted } from '../../counted.ts';
import { displayWidth, padding, truncate } from '../../terminal/display-width.ts';
import { printable } from '../../terminal/printable.ts';
import type { PictureOptions } from '../picture-options.ts';
import { wrapWords } from '../wrap-words.ts';
import { asciiPage, type Span, usualColumns } from './ascii-page.ts';
import { traits } from './service-traits.ts';
import { describeImpact, impactTitle } from './sketch-impact.ts';

const widestTier = 20;

/** Draws what a service hits as a tree: a branch for each distance, in it a line for each tier. */
export function impactAscii(picture: ImpactPicture, options: PictureOptions): string {
  const { service, hit } = picture;
  const rings = [...groupByKey(hit, ({ distance }) => distance)];
  const lines: (readonly Span[])[] = [];
  if (service !== null)
    lines.push([
      { text: `◆ ${service.name}`, tone: 'strong' },
      { text: `  ${traits(service)}`, tone: 'dim' },
    ]);
  for (const [index, [distance, services]] of rings.entries()) {
    const isLast = index === rings.length - 1;
    lines.push([{ text: '│', tone: 'dim' }], ringHead(distance, services.length, isLast ? '└─ ' : '├─ '));
    lines.push(...tierLines(services, isLast ? '   ' : '│  ', options.width ?? usualColumns));
  }
  return asciiPage(impactTitle(picture), lines, [], [describeImpact(picture)], options);
}

function ringHead(distance: number, count: number, head: string): readonly Span[] {
  const [text, tone] =
    distance === 1
      ? ([`✖ directly: any change may hit ${counted(count, 'service')}`, 'bad'] as const)
      : ([`▲ ${distance} steps away: ${counted(count, 'service')} hit when those between fail`, 'warn'] as const);
  return [
    { text: head, tone: 'dim' },
    { text, tone },
  ];
}

/** A line for each tier, its names wrapped to the width. */
function tierLines(services: readonly HitService[], indent: string, width: number): (readonly Span[])[] {
  const tiers = [...groupByKey(services, ({ tier }) => printable(tier ?? 'no tier'))];
  const column = Math.min(
    widestTier,
    tiers.reduce((most, [tier]) => Math.max(most, displayWidth(tier)), 0),
  );
  return tiers.flatMap(([tier, members]) => {
    const label = truncate(tier, column);
    const lines = wrapWords(
      listWords(members.map(({ name }) => printable(name))),
      width - indent.length - column - 4,
      displayWidth,
    );
    return lines.map((names, index): readonly Span[] => [
      { text: indent, tone: 'dim' },
      { text: `  ${index === 0 ? label + padding(label, column) : ' '.repeat(column)}  `, tone: 'dim' },
      { text: names },
    ]);
  });
}

/** Names as words that no line break may part, each but the last with its comma. */
function listWords(names: readonly string[]): string[] {
  return names.map((name, index) => (index === names.length - 1 ? name : `${name},`));
}
