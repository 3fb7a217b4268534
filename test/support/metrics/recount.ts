import type { Span } from '../../../src/analysis/span.ts';
import type { MetricCase, PlainDeployment } from './metric-case.ts';
import type { QuarterHours } from './quarter-hours.ts';

/** The metrics of some deployments by the words of their definitions, as slowly and plainly as that can be done. */
export function recount(rows: readonly PlainDeployment[], span: Span, happened: MetricCase, hours: QuarterHours) {
  const ended = rows.filter((row) => ['success', 'failure', 'partial', 'rolled-back'].includes(row.status));
  const deployed = ended.filter(({ status }) => status !== 'failure');
  const failed = deployed.filter((row) => endsOf(row, happened).length > 0);
  const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  const recovered = spans(failed.flatMap((row) => recoveryOf(row, happened)));
  const inTime = ended.filter(({ startedMs, atMs }) => startedMs !== null && startedMs <= atMs);
  return {
    frequency: {
      value: share(deployed.length, hours.days(span)),
      daysPerWeek: usualWeek(deployed, span, hours),
      numerator: deployed.length,
    },
    'lead-time': spans(deployed.flatMap(leadTimes)),
    'change-fail-rate': { value: share(failed.length, deployed.length), numerator: failed.length },
    'recovery-time': {
      ...recovered,
      open: failed.filter((row) => isOpen(row, happened)).length,
    },
    'rework-rate': {
      value: share(
        deployed.filter(({ planned, remediates }) => planned === false || remediates.length > 0).length,
        deployed.length,
      ),
    },
    'success-rate': { value: share(ended.filter(({ status }) => status === 'success').length, ended.length) },
    duration: without75(spans(inTime.map(({ atMs, startedMs }) => atMs - (startedMs ?? 0)))),
    mttr: { value: recovered.mean, failedRuns: failedRuns(ended, happened) },
    'rollback-rate': {
      value: share(deployed.filter(({ status }) => status === 'rolled-back').length, deployed.length),
    },
  };
}

/** Deployments of a window and of production that are deployments of their own. */
export function countedIn(deployments: readonly PlainDeployment[], { fromMs, toMs }: Span): PlainDeployment[] {
  return deployments.filter(
    ({ reckoning, finishedMs, environment }) =>
      reckoning === 'own' &&
      environment === 'production' &&
      finishedMs !== null &&
      finishedMs >= fromMs &&
      finishedMs < toMs,
  );
}

function leadTimes({ previousVersion, commits, atMs }: PlainDeployment): number[] {
  return previousVersion === null ? [] : commits.filter((ms) => ms <= atMs).map((ms) => atMs - ms);
}

/** What ended the harm of a deployment, or may yet; empty when it did none. */
function endsOf(row: PlainDeployment, { deployments, incidents }: MetricCase): (number | null)[] {
  const own = incidents.filter(({ causedBy }) => causedBy === row.id);
  const names = [row.id, ...own.map(({ id }) => id)];
  const remedies = deployments.filter(
    (remedy) =>
      remedy.id !== row.id &&
      remedy.environment === row.environment &&
      remedy.atMs >= row.atMs &&
      remedy.remediates.some((name) => names.includes(name)),
  );
  return [
    ...(row.status === 'rolled-back' ? [row.rolledBackMs] : []),
    ...own.map(({ resolvedMs }) => resolvedMs),
    ...remedies.map(({ status, finishedMs }) =>
      ['success', 'partial', 'rolled-back'].includes(status) ? finishedMs : null,
    ),
  ];
}

function recoveryOf(row: PlainDeployment, happened: MetricCase): number[] {
  const later = endsOf(row, happened).filter((ms) => ms !== null && ms >= row.atMs) as number[];
  return later.length === 0 ? [] : [Math.min(...later) - row.atMs];
}

function isOpen(row: PlainDeployment, happened: MetricCase): boolean {
  return recoveryOf(row, happened).length === 0 && endsOf(row, happened).includes(null);
}

function failedRuns(ended: readonly PlainDeployment[], { deployments, laterSuccessMs }: MetricCase) {
  const next = ended
    .filter(({ status }) => status === 'failure')
    .map((row) => {
      const lane = [row.service, row.environment, row.region];
      const success = deployments
        .filter((other) => [other.service, other.environment, other.region].every((name, i) => name === lane[i]))
        .filter(({ status, outcome }) => status === 'success' || (status === 'rolled-back' && outcome === 'success'))
        .filter((other) => other.atMs > row.atMs || (other.atMs === row.atMs && other.index > row.index))
        .map(({ atMs }) => atMs);
      const ms = success.length > 0 ? Math.min(...success) : laterSuccessMs.get(lane.join('\u0000'));
      return ms === undefined ? null : ms - row.atMs;
    });
  const { mean, count } = spans(next.filter((ms) => ms !== null));
  return { value: mean, count, open: next.filter((ms) => ms === null).length };
}

function usualWeek(deployed: readonly PlainDeployment[], span: Span, hours: QuarterHours): number | null {
  const weeks = hours.wholeWeeks(span).map((monday) => {
    const days = deployed.map(({ atMs }) => hours.at(atMs)).filter((day) => day.monday === monday);
    return new Set(days.map(({ date }) => date)).size;
  });
  return at(weeks, 50);
}

/** Milliseconds, told in seconds. */
function spans(values: readonly number[]) {
  const seconds = values.map((ms) => ms / 1000);
  const mean = seconds.length === 0 ? null : seconds.reduce((sum, value) => sum + value, 0) / seconds.length;
  const median = at(seconds, 50);
  return { value: median, p75: at(seconds, 75), p90: at(seconds, 90), mean, count: seconds.length };
}

function without75({ p75: _, ...others }: ReturnType<typeof spans>) {
  return others;
}

/** A percentile by walking along the sorted values. */
export function at(values: readonly number[], percent: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  const place = ((sorted.length - 1) * percent) / 100;
  const [below = 0, above = below] = sorted.slice(Math.floor(place), Math.floor(place) + 2);
  return below + (above - below) * (place - Math.floor(place));
}
