import type { DeploymentRow, IncidentRow } from '../../projections/rows.ts';
import type { Change } from '../change.ts';
import { dayMs } from '../local-calendar.ts';
import { median, sum } from '../statistics.ts';
import { incidentPoints, type PartName } from './health-definition.ts';

/** What is known of one service. */
export interface HealthEvidence {
  /** Those that ended in the window and count. */
  readonly changes: readonly Change[];
  /** All of the window, however they ended. */
  readonly deployments: readonly DeploymentRow[];
  /** Those open at the end of the window. */
  readonly openIncidents: readonly IncidentRow[];
  /** Whether anybody records incidents at all; where nobody does, none open says nothing. */
  readonly recordsIncidents: boolean;
  /** Epoch milliseconds; null when it never was, as far as is known. */
  readonly lastDeployedMs: number | null;
  /** The end of the window. */
  readonly atMs: number;
}

/** A number with what it rests on. */
export interface Measurement {
  /** Null where there is nothing to measure. */
  readonly measured: number | null;
  /** Why not; null when it is measured. */
  readonly reason: string | null;
  readonly numerator: number;
  readonly denominator: number;
  /** The deployments or incidents that lower the value, the gravest or latest first. */
  readonly ids: readonly string[];
}

/** Measures one part of a service's health. */
export function measurePart(name: PartName, evidence: HealthEvidence): Measurement {
  return measures[name](evidence);
}

const measures: { readonly [Name in PartName]: (evidence: HealthEvidence) => Measurement } = {
  'change-fail-rate': ({ changes }) => {
    const arrived = changes.filter(hasArrived);
    return ratio(
      arrived.filter(({ failed }) => failed),
      arrived,
      'no deployment arrived',
    );
  },
  'recovery-time': ({ changes, atMs }) => {
    const spans = changes
      .filter((change) => change.failed && hasArrived(change))
      .map(({ id, finishedMs, recoveredMs }) => ({ id, ms: Math.max(0, (recoveredMs ?? atMs) - finishedMs) }))
      .sort((a, b) => b.ms - a.ms);
    const middleMs = median(spans.map(({ ms }) => ms));
    if (middleMs === null) return unmeasured('nothing had to recover');
    return {
      measured: middleMs / 1000,
      reason: null,
      numerator: sum(spans.map(({ ms }) => ms)) / 1000,
      denominator: spans.length,
      ids: spans.map(({ id }) => id),
    };
  },
  'success-rate': ({ changes }) => {
    const { denominator, ...failed } = ratio(
      changes.filter(({ status }) => status !== 'success'),
      changes,
      'nothing ended',
    );
    const numerator = denominator - failed.numerator;
    return { ...failed, measured: denominator === 0 ? null : numerator / denominator, numerator, denominator };
  },
  'open-incidents': ({ openIncidents, recordsIncidents }) => {
    if (!recordsIncidents) return unmeasured('no incident was ever recorded in this ledger');
    const gravestFirst = openIncidents.toSorted(
      (a, b) => incidentPoints[b.severity] - incidentPoints[a.severity] || a.openedMs - b.openedMs,
    );
    const points = sum(gravestFirst.map(({ severity }) => incidentPoints[severity]));
    const ids = gravestFirst.map(({ id }) => id);
    return { measured: points, reason: null, numerator: points, denominator: ids.length, ids };
  },
  'unclear-outcomes': ({ deployments }) => ratio(deployments.filter(isUnclear), deployments, 'nothing was deployed'),
  staleness: ({ lastDeployedMs, atMs }) => {
    if (lastDeployedMs === null) return unmeasured('it does not run there, as far as is known');
    const days = Math.max(0, atMs - lastDeployedMs) / dayMs;
    return { measured: days, reason: null, numerator: days, denominator: 1, ids: [] };
  },
};

function unmeasured(reason: string): Measurement {
  return { measured: null, reason, numerator: 0, denominator: 0, ids: [] };
}

function ratio(some: readonly Identified[], all: readonly Identified[], reason: string): Measurement {
  const [numerator, denominator] = [some.length, all.length];
  const ids = some.map(({ id }) => id);
  if (denominator === 0) return unmeasured(reason);
  return { measured: numerator / denominator, reason: null, numerator, denominator, ids };
}

interface Identified {
  readonly id: string;
}

function hasArrived({ status }: Change): boolean {
  return status === 'success' || status === 'partial' || status === 'rolled-back';
}

function isUnclear({ status, disputed }: DeploymentRow): boolean {
  return status === 'abandoned' || disputed;
}
