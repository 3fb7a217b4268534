import type { FlowHop, FlowPicture, FlowStage } from '../../../analysis/pictures/graph/flow-picture.ts';
import { instant } from '../../../domain/instant.ts';
import { counted } from '../../counted.ts';
import { formatInstant } from '../../times/format-instant.ts';
import { formatDuration } from '../../times/format-span.ts';
import { percent, percents } from '../percent.ts';
import { legendFor, type Sketch, type SketchTone } from './sketch.ts';

/** The percentages of clean versions from which a stage or a hop reads as good or fair. */
const good = 95;
const fair = 85;

const legend = [
  { tone: 'ok', label: `clean: at least ${good} % without a failure or harm` },
  { tone: 'warn', label: `at least ${fair} %` },
  { tone: 'bad', label: `fewer than ${fair} %` },
] as const;

/** Sketches the way of versions from environment to environment. */
export function sketchFlow(picture: FlowPicture, tz: string): Sketch {
  const nodes = picture.stages.map((stage) => ({
    id: stage.environment,
    label: stage.environment,
    lines: stageLines(stage).map((text) => ({ text, tone: 'plain' as const })),
    tone: shareTone(stage),
    tooltip: [stage.environment, ...stageLines(stage)].join(', '),
  }));
  const edges = picture.hops.map((hop) => ({
    from: hop.from,
    to: hop.to,
    label: `${counted(hop.versions, 'version')}, ${percent(hop.clean, hop.versions)}`,
    tone: shareTone(hop),
    tooltip: `${hop.from} → ${hop.to}: ${hopText(hop)}, ${waitText(hop)}`,
  }));
  return {
    name: 'flow',
    title: flowTitle(picture),
    description: describeFlow(picture, tz),
    groups: [],
    nodes,
    edges,
    legend: legendFor({ nodes, edges }, legend),
    notes: [
      `${windowText(picture, tz)}. An arrow counts the versions that came, from the last environment that they succeeded in before, and how many of them were clean.`,
    ],
  };
}

export function flowTitle({ service, environment }: FlowPicture): string {
  const where = environment === null ? '' : `, ${environment}`;
  return `Flow of versions: ${service ?? 'all services'}${where}`;
}

/** Says in sentences what the picture shows. */
export function describeFlow(picture: FlowPicture, tz: string): string {
  if (picture.stages.length === 0) return `Nothing was deployed. ${windowText(picture, tz)}.`;
  const stages = picture.stages.map((stage) => `${stage.environment}: ${stageLines(stage).join(', ')}.`);
  const hops = picture.hops.map((hop) => `${hop.from} to ${hop.to}: ${hopText(hop)}, ${waitText(hop)}.`);
  return [`${windowText(picture, tz)}.`, ...stages, ...hops].join(' ');
}

/** What came to a stage, a line each. */
export function stageLines({ versions, deployments, clean, entered }: FlowStage): string[] {
  if (versions === 0) return ['nothing in this window'];
  return [
    `${counted(versions, 'version')}, ${counted(deployments, 'deployment')}`,
    `${percent(clean, versions)} clean, ${entered} came in here`,
  ];
}

export function hopText({ versions, clean }: FlowHop): string {
  return `${counted(versions, 'version')}, ${percent(clean, versions)} clean`;
}

export function waitText({ medianMs }: FlowHop): string {
  return `median ${formatDuration(medianMs / 1000)}`;
}

export function windowText({ fromMs, toMs }: FlowPicture, tz: string): string {
  const zone = tz === 'UTC' ? ' UTC' : '';
  return `${formatInstant(instant(fromMs), tz)} to ${formatInstant(instant(toMs), tz)}${zone}`;
}

export function shareTone({ versions, clean }: { readonly versions: number; readonly clean: number }): SketchTone {
  if (versions === 0) return 'unknown';
  // Of the number that is shown, so that nothing reads `95 %` and looks worse.
  const shown = percents(clean, versions);
  if (shown >= good) return 'ok';
  return shown >= fair ? 'warn' : 'bad';
}
