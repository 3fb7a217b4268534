import type { Gantt, GanttDeployment } from '../../src/analysis/pictures/time/gantt.ts';
import { type Heatmap, heatmapOf } from '../../src/analysis/pictures/time/heatmap.ts';
import type { MetricsPicture } from '../../src/analysis/pictures/time/metric-series.ts';
import type { Timeline, TimelineEvent } from '../../src/analysis/pictures/time/timeline.ts';

const dayMs = 86_400_000;
const frame = { fromMs: Date.UTC(2026, 9, 24), toMs: Date.UTC(2026, 10, 23), tz: 'Europe/Berlin' };

/** The file that some of the hostile names would have a shell create where the picture is drawn. */
export const markerFile = 'owned';

/** Names that mean something to gnuplot, a shell, Graphviz, Mermaid, XML or a terminal. */
export const hostileTimeNames = [
  `\`touch ${markerFile}\``,
  `'; system('touch ${markerFile}') #`,
  `"; system("touch ${markerFile}")`,
  `$(touch ${markerFile})`,
  `| touch ${markerFile}`,
  `x\n! touch ${markerFile}`,
  `@x; set output '|touch ${markerFile}'`,
  '"];}<b>&amp;</b>',
  '%%{init: {}}%%',
  'title x',
  'section y : done, 2026-01-01',
  'click n0 call alert(1)',
  'back\\slash\\',
  'x\ny: z',
  '%d %s {/Bold x}',
  '\u001b[31mred',
  '\u202eevil',
  'שירות',
  '🚀'.repeat(512),
  '-->]]>',
  'EOD',
];

/** How many deployments there were, of services, environments, versions and metrics with these names. */
export interface Story {
  readonly names: readonly string[];
  readonly count: number;
}

/** Each type of picture over time, telling one story: every fifth deployment was rolled back after an incident. */
export function timePicturesOf({ names, count }: Story): {
  timeline: Timeline;
  gantt: Gantt;
  heatmap: Heatmap;
  metrics: MetricsPicture;
} {
  const deployments = Array.from({ length: count }, (_, index): GanttDeployment => {
    const name = names[index % names.length] ?? 'api';
    const fromMs = frame.fromMs + ((index * 7_919_000) % (29 * dayMs));
    const status = index % 5 === 1 ? 'rolled-back' : 'success';
    return { id: `d${index}`, service: name, environment: name, version: name, status, fromMs, toMs: fromMs + 600_000 };
  });
  const points = [{ fromMs: frame.fromMs, value: count === 0 ? null : 60 }];
  const changes = deployments.map((one) => ({ ...one, finishedMs: one.toMs, failed: one.status === 'rolled-back' }));
  return {
    timeline: { type: 'timeline', frame, events: deployments.flatMap(eventsOf) },
    gantt: { type: 'gantt', frame, deployments },
    heatmap: heatmapOf(changes, frame),
    metrics: { type: 'metrics', frame, series: names.map((name) => ({ name, unit: 's', points })) },
  };
}

function eventsOf({ id, service, environment, version, status, toMs: atMs }: GanttDeployment): TimelineEvent[] {
  const failed = status === 'rolled-back';
  const deployment = { what: 'deployment', id, service, environment, version, failed, atMs } as const;
  if (!failed) return [deployment];
  return [
    deployment,
    { what: 'rollback', id, service, environment, fromVersion: version, toVersion: version, atMs: atMs + 1 },
    { what: 'incident', id, service, environment, severity: 'high', atMs, resolvedMs: atMs + dayMs },
  ];
}
