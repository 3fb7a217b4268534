import { builtinEnvironments, defaultLimitMs } from '../../domain/environments.ts';
import { isFinal } from '../../domain/lifecycle.ts';
import type { DeploymentRow, EnvironmentRow } from '../../projections/rows.ts';

/** How long deployments may stay unheard of, in milliseconds. */
export interface Limits {
  of(environment: string): number;
  /** The shortest of all. */
  readonly leastMs: number;
}

export function limitsOf(registered: readonly EnvironmentRow[]): Limits {
  const limits = new Map([...builtinEnvironments, ...registered].map(({ name, limitMs }) => [name, limitMs]));
  return {
    of: (environment) => limits.get(environment) ?? defaultLimitMs,
    leastMs: Math.min(defaultLimitMs, ...limits.values()),
  };
}

/** A deployment of which nothing was heard up to the deadline that its environment sets. */
export interface Overdue {
  readonly id: string;
  readonly lastHeardMs: number;
  readonly deadlineMs: number;
}

/** Chooses those that are under way by their own reports and past their deadlines. */
export function overdueAmong(rows: readonly DeploymentRow[], limits: Limits, nowMs: number): Overdue[] {
  return rows
    .filter(({ outcome }) => !isFinal(outcome))
    .map(({ id, environment, lastHeardMs }) => ({ id, lastHeardMs, deadlineMs: lastHeardMs + limits.of(environment) }))
    .filter(({ deadlineMs }) => deadlineMs <= nowMs);
}
