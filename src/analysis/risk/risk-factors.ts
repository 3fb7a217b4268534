import type { IncidentRow } from '../../projections/rows.ts';
import type { Change } from '../change.ts';
import { dayMs } from '../local-calendar.ts';

/** Something about a service that makes a careful person look twice. */
export interface RiskFactor {
  readonly name: 'open-incidents' | 'failure-streak' | 'days-since-deployment';
  /** Incidents, failed changes in a row, or days. */
  readonly value: number;
  readonly unit: 'incidents' | 'changes' | 'd';
  /** The incidents or deployments that it is about. */
  readonly ids: readonly string[];
}

export interface FactorEvidence {
  /** Of one service, latest first. */
  readonly changes: readonly Change[];
  readonly openIncidents: readonly IncidentRow[];
  readonly lastDeployedMs: number | null;
  readonly atMs: number;
}

/** A service that was deployed less than this ago is not called stale. */
const staleDays = 30;

/** The factors that apply to a service; those that do not are left out. */
export function riskFactors({ changes, openIncidents, lastDeployedMs, atMs }: FactorEvidence): RiskFactor[] {
  const streak = failureStreak(changes);
  const idleDays = lastDeployedMs === null ? 0 : Math.floor((atMs - lastDeployedMs) / dayMs);
  const factors: RiskFactor[] = [
    {
      name: 'open-incidents',
      value: openIncidents.length,
      unit: 'incidents',
      ids: openIncidents.map(({ id }) => id).sort(),
    },
    { name: 'failure-streak', value: streak.length, unit: 'changes', ids: streak.map(({ id }) => id) },
    { name: 'days-since-deployment', value: idleDays < staleDays ? 0 : idleDays, unit: 'd', ids: [] },
  ];
  return factors.filter(({ value }) => value > 0);
}

/** The failed changes after the last one that went well. */
function failureStreak(latestFirst: readonly Change[]): Change[] {
  const wentWell = latestFirst.findIndex(({ failed }) => !failed);
  return latestFirst.slice(0, wentWell < 0 ? undefined : wentWell);
}
