import { compareCodePoints } from './code-point-order.ts';
import type { FinishedDeployment } from './finished-deployment.ts';
import { groupByKey } from './group-by-key.ts';
import type { LocalCalendar } from './local-calendar.ts';
import type { Span } from './metric.ts';
import { type PeriodUnit, periodAt, periodsOf } from './periods.ts';

export type Dimension = 'service' | 'type' | 'environment' | 'region' | PeriodUnit;

/** Deployments that have the same names in each dimension, and the part of the window in which such ones lie. */
export interface Group extends Span {
  /** The name in each dimension; a region that nobody named is ''. */
  readonly by: Readonly<Record<string, string>>;
  readonly deployments: readonly FinishedDeployment[];
}

/**
 * Groups the deployments of a window. Without a dimension there is one group. Each period of the window is there, with each
 * combination of the other names that occurs in it at all, so that a week of silence is seen. Groups are in the order of names.
 * @throws LedgerError `invalid` when there are too many periods.
 */
export function groupDeployments(
  deployments: readonly FinishedDeployment[],
  window: Span,
  dimensions: readonly Dimension[],
  calendar: LocalCalendar,
): Group[] {
  const units = dimensions.filter(isPeriodUnit);
  const traits = dimensions.filter((dimension) => !isPeriodUnit(dimension));
  const periods = periodsOf(window, units, calendar);
  const groups: Group[] = [];
  for (const { by, members } of groupByTraits(deployments, traits)) {
    const byPeriod = groupByKey(members, ({ finishedMs }) => periodAt(periods, finishedMs));
    for (const period of periods) {
      const names = { ...by, ...period.names };
      const { fromMs, toMs } = period;
      groups.push({ by: inOrder(names, dimensions), fromMs, toMs, deployments: byPeriod.get(period) ?? [] });
    }
  }
  return groups.sort((a, b) => compareNames(a, b, dimensions));
}

type Trait = Exclude<Dimension, PeriodUnit>;

function isPeriodUnit(dimension: Dimension): dimension is PeriodUnit {
  return dimension === 'day' || dimension === 'week' || dimension === 'month';
}

function groupByTraits(deployments: readonly FinishedDeployment[], traits: readonly Trait[]) {
  // Names hold no control character, so nothing can be taken for the join.
  const groups = groupByKey(deployments, (row) => traits.map((trait) => nameIn(row, trait)).join('\u0000'));
  if (traits.length === 0 && groups.size === 0) return [{ by: {}, members: [] }];
  return [...groups.values()].map((members) => {
    const [first] = members;
    const names = first === undefined ? [] : traits.map((trait) => [trait, nameIn(first, trait)]);
    return { by: Object.fromEntries(names) as Record<string, string>, members };
  });
}

function nameIn(row: FinishedDeployment, trait: Trait): string {
  return trait === 'type' ? row.strategy : row[trait];
}

function inOrder(names: Readonly<Record<string, string>>, dimensions: readonly Dimension[]): Record<string, string> {
  return Object.fromEntries(dimensions.map((dimension) => [dimension, names[dimension] ?? '']));
}

function compareNames(a: Group, b: Group, dimensions: readonly Dimension[]): number {
  for (const dimension of dimensions) {
    const order = compareCodePoints(a.by[dimension] ?? '', b.by[dimension] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}
