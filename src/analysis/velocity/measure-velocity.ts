import type { Change } from '../change.ts';
import type { LocalCalendar } from '../local-calendar.ts';
import type { Span } from '../span.ts';
import { mean, median } from '../statistics.ts';
import { changesByWeek } from '../trend/changes-by-week.ts';
import { detectTrends, type Trend } from '../trend/detect-trends.ts';
import { hasReached } from '../trend/trend-metrics.ts';

/** How fast changes came to their environment, and which way that goes. No number in it is ever NaN or infinite. */
export interface Velocity {
  /** Null for all services together. */
  readonly service: string | null;
  /** How many reached the environment. */
  readonly deployments: number;
  /** Deployments ÷ weeks of the window. */
  readonly perWeek: number;
  /** From the finish of one to the finish of the next; null of fewer than two. */
  readonly medianIntervalSeconds: number | null;
  /** Commits a deployment, of those that name their commits; null when none does. */
  readonly medianCommits: number | null;
  readonly meanCommits: number | null;
  /** How many name their commits. */
  readonly withCommits: number;
  /** Deployments in each ISO week that lies wholly in the window, since the record begins. */
  readonly weekly: readonly { readonly week: string; readonly deployments: number }[];
  /** Of `weekly`. */
  readonly trend: Trend;
}

/** The changes of one service, or of all. */
export interface Stream {
  readonly service: string | null;
  /** Oldest first. */
  readonly changes: readonly Change[];
  /** Since when there is a record, in epoch milliseconds: earlier weeks are not weeks without a deployment. */
  readonly sinceMs: number;
}

/** Measures each stream; their trends are judged together. `threshold` as for `detectTrends`. */
export function measureVelocity(
  streams: readonly Stream[],
  window: Span,
  calendar: LocalCalendar,
  threshold: number,
): Velocity[] {
  const days = calendar.daysBetween(window.fromMs, window.toMs);
  const weekly = streams.map((stream) => deploymentsByWeek(stream, window, calendar));
  const trends = detectTrends(
    weekly.map((weeks) => weeks.map(({ deployments }) => deployments)),
    threshold,
  );
  return trends.flatMap((trend, index) => {
    const [stream, weeks] = [streams[index], weekly[index]];
    if (stream === undefined || weeks === undefined) return [];
    return { service: stream.service, ...paceOf(stream.changes, days), weekly: weeks, trend };
  });
}

function deploymentsByWeek({ changes, sinceMs }: Stream, window: Span, calendar: LocalCalendar) {
  const recorded = { fromMs: Math.max(window.fromMs, sinceMs), toMs: window.toMs };
  return changesByWeek(changes.filter(hasReached), recorded, calendar).map(({ week, changes: deployed }) => ({
    week,
    deployments: deployed.length,
  }));
}

function paceOf(changes: readonly Change[], days: number) {
  const deployed = changes.filter(hasReached);
  const commits = deployed.map(({ commitCount }) => commitCount).filter((count) => count > 0);
  return {
    deployments: deployed.length,
    perWeek: (deployed.length * 7) / days,
    medianIntervalSeconds: median(intervals(deployed)),
    medianCommits: median(commits),
    meanCommits: mean(commits),
    withCommits: commits.length,
  };
}

function intervals(deployed: readonly Change[]): number[] {
  return deployed
    .slice(1)
    .map(({ finishedMs }, index) => (finishedMs - (deployed[index]?.finishedMs ?? finishedMs)) / 1000);
}
