import type { ReportedStatus } from './vocabulary.ts';

/** One word about how far a deployment is, from whoever said it. */
export interface Report {
  readonly atMs: number;
  /** Absent when it says nothing about the status. */
  readonly status?: ReportedStatus | undefined;
  /** The start that it claims outright. */
  readonly startedMs?: number | undefined;
  /** For `abandoned`: the last word that it knew of. */
  readonly lastHeardMs?: number | undefined;
}

/** What the reports so far add up to. */
export interface Lifecycle {
  readonly status: ReportedStatus;
  readonly createdMs: number;
  readonly startedMs: number | null;
  readonly finishedMs: number | null;
  /** Two reports contradict one another: both stay in the log, the later one counts, and it is shown. */
  readonly disputed: boolean;
  readonly lastHeardMs: number;
}

const ranks: Readonly<Record<ReportedStatus, number>> = {
  pending: 0,
  'in-progress': 1,
  abandoned: 2,
  cancelled: 3,
  failure: 4,
  partial: 5,
  success: 6,
};

/** Order of reports that happened at the same moment: the further along, the later. */
export function lifecycleRank(status: ReportedStatus | undefined): number {
  return status === undefined ? 1 : ranks[status];
}

/** Whether nothing more is expected. */
export function isFinal(status: ReportedStatus): boolean {
  return status !== 'pending' && status !== 'in-progress';
}

/** Whether the version reached its environment. */
export function isDeployed(outcome: ReportedStatus): boolean {
  return outcome === 'success' || outcome === 'partial';
}

/**
 * Takes one more report into account. Folding all reports in order of their times gives the state:
 * pending → in-progress → success | failure | partial | cancelled | abandoned, where `abandoned` yields to any word of an
 * end, and to any other word later than the last one that it knew of.
 */
export function evolve(before: Lifecycle | undefined, report: Report): Lifecycle {
  if (before === undefined) return begin(report);
  const state: Lifecycle = {
    ...before,
    createdMs: Math.min(before.createdMs, report.startedMs ?? report.atMs),
    startedMs: report.startedMs ?? before.startedMs,
  };
  const { status } = report;
  if (status === undefined) return remark(state, report);
  if (status === 'abandoned') return abandon(state, report);
  if (!isFinal(status)) return progress(state, report, status);
  return finish(state, report, status);
}

function begin(report: Report): Lifecycle {
  const status = report.status ?? 'pending';
  const startedMs = report.startedMs ?? (status === 'in-progress' ? report.atMs : null);
  return {
    status,
    createdMs: Math.min(report.atMs, startedMs ?? report.atMs),
    startedMs,
    finishedMs: isFinal(status) ? report.atMs : null,
    disputed: false,
    lastHeardMs: report.lastHeardMs ?? report.atMs,
  };
}

function heard(state: Lifecycle, report: Report): Lifecycle {
  return { ...state, lastHeardMs: Math.max(state.lastHeardMs, report.atMs) };
}

/** A word about something that was given up shows that it goes on, where it was. */
function remark(state: Lifecycle, report: Report): Lifecycle {
  const now = heard(state, report);
  if (state.status !== 'abandoned') return now;
  return { ...now, status: state.startedMs === null ? 'pending' : 'in-progress', finishedMs: null };
}

function abandon(state: Lifecycle, report: Report): Lifecycle {
  const laterWord = state.lastHeardMs > (report.lastHeardMs ?? report.atMs);
  if (isFinal(state.status) || laterWord) return state;
  return { ...state, status: 'abandoned', finishedMs: report.atMs };
}

function progress(state: Lifecycle, report: Report, status: ReportedStatus): Lifecycle {
  const now = heard(state, report);
  if (isFinal(state.status) && state.status !== 'abandoned') return { ...now, disputed: true };
  if (state.status === 'in-progress' && status === 'pending') return now;
  const startedMs = now.startedMs ?? (status === 'in-progress' ? report.atMs : null);
  return { ...now, status, startedMs, finishedMs: null };
}

function finish(state: Lifecycle, report: Report, status: ReportedStatus): Lifecycle {
  const now = heard(state, report);
  const startsLater = now.startedMs !== null && now.startedMs > report.atMs;
  const over = isFinal(state.status) && state.status !== 'abandoned';
  if (over && state.status === status) return now;
  return { ...now, status, finishedMs: report.atMs, disputed: now.disputed || over || startsLater };
}
