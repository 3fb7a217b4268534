import type { GanttBar, GanttRow } from '../../../analysis/pictures/time/gantt.ts';
import { grouped } from '../../counted.ts';
import { printable } from '../../terminal/printable.ts';
import { formatDuration } from '../../times/format-span.ts';
import { laneName, shortName } from './lane-words.ts';
import { outcomesText, outcomeWords } from './outcome-words.ts';

/** The name of a row: its service or how many share it, and in a row of one deployment its version. */
export function ganttRowName(row: GanttRow): string {
  return [laneName(row), ...(row.deployment === null ? [] : [row.deployment.version])].join(' ');
}

/** The name where there is little room: a version stays, up to 14 columns of it, and the service gives way. */
export function shortRowName(row: GanttRow, cut: (text: string, taken: string) => string): string {
  if (row.deployment === null) return cut(printable(laneName(row)), '');
  const version = ` ${shortName(row.deployment.version, 14)}`;
  return cut(printable(laneName(row)), version) + version;
}

/** What a bar is: which deployment, how it went and how long it took; or how many. */
export function ganttBarText({ deployments, outcome, fromMs, toMs }: GanttBar): string {
  const [deployment] = deployments;
  if (deployment === undefined || deployments.length > 1) return outcomesText(deployments);
  const { service, version, environment } = deployment;
  return `${service} ${version} in ${environment}: ${outcomeWords[outcome]}${durationText(fromMs, toMs)}`;
}

/** '' when one of both ends is not known. */
export function durationText(fromMs: number, toMs: number): string {
  return toMs > fromMs ? `, ${formatDuration((toMs - fromMs) / 1000)}` : '';
}

/** What stands behind a row: how long its deployment took, '' when that is not known; or how many they are. */
export function ganttRowNote({ deployment, bars }: GanttRow): string {
  if (deployment === null) return grouped(bars.reduce((sum, bar) => sum + bar.deployments.length, 0));
  const { fromMs, toMs } = deployment;
  return toMs > fromMs ? formatDuration((toMs - fromMs) / 1000) : '';
}
