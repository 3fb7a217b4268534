import type { ComputedGroup, MetricsAnswer } from '../../analysis/metrics/compute-metrics.ts';
import type { Metric, MetricName, Sides } from '../../analysis/metrics/metric.ts';
import type { Profile } from '../../analysis/metrics/profile.ts';
import type { LogReader } from '../../ledger/log-store.ts';
import type { ProfileDifference, SidesView } from './metrics-report.ts';
import { nameSides } from './view-groups.ts';

/** A metric of one group, by one profile. */
interface Stated {
  readonly metric: Metric;
  readonly sides: Sides | undefined;
}

const nothing: SidesView = { numerator: [], denominator: [] };

/** The metrics that another profile does not agree on, with what counts for the one and not for the other. */
export async function findDifferences(
  log: LogReader,
  { metrics: defined }: Profile,
  here: MetricsAnswer,
  there: MetricsAnswer,
): Promise<ProfileDifference[]> {
  const name = await nameSides(log, [here, there]);
  const [groups, others] = [byName(here), byName(there)];
  const unmatched = there.groups.filter(({ by }) => !groups.has(JSON.stringify(by)));
  const compare = (by: ComputedGroup['by'], metric: MetricName, own: Stated, other: Stated | undefined) =>
    difference(own, other, name).map((found) => ({ by, metric, ...found }));
  return [
    ...here.groups.flatMap(({ by, metrics }) =>
      [...metrics].flatMap(([metric, own]) =>
        compare(by, metric, own, others.get(JSON.stringify(by))?.metrics.get(metric)),
      ),
    ),
    ...unmatched.flatMap(({ by, metrics }) =>
      [...metrics]
        .filter(([metric]) => defined[metric] !== undefined)
        .flatMap(([metric, other]) => compare(by, metric, ofNothing(here, metric, other), other)),
    ),
  ];
}

function byName({ groups }: MetricsAnswer): ReadonlyMap<string, ComputedGroup> {
  return new Map(groups.map((group) => [JSON.stringify(group.by), group]));
}

/** What a profile says of a group in which nothing counts for it. */
function ofNothing({ groups }: MetricsAnswer, name: MetricName, { metric: other }: Stated): Stated {
  const { unit, formula } = groups[0]?.metrics.get(name)?.metric ?? other;
  return { metric: { value: null, unit, formula }, sides: undefined };
}

/** None when both come to the same by counting the same. */
function difference(
  { metric: { value, unit, formula }, sides }: Stated,
  other: Stated | undefined,
  name: (sides: Sides) => SidesView,
): Omit<ProfileDifference, 'by' | 'metric'>[] {
  if (other === undefined) return [{ value, unit, formula, against: null, onlyHere: nothing, onlyThere: nothing }];
  const [ours, theirs] = [sides, other.sides].map((of) => (of === undefined ? nothing : name(of)));
  const [onlyHere, onlyThere] = [without(ours, theirs), without(theirs, ours)];
  const isSame = other.metric.value === value && other.metric.unit === unit;
  if (isSame && isEmpty(onlyHere) && isEmpty(onlyThere)) return [];
  const against = { value: other.metric.value, unit: other.metric.unit, formula: other.metric.formula };
  return [{ value, unit, formula, against, onlyHere, onlyThere }];
}

function without(sides: SidesView = nothing, others: SidesView = nothing): SidesView {
  return {
    numerator: missing(sides.numerator, others.numerator),
    denominator: missing(sides.denominator, others.denominator),
  };
}

function missing(ids: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others);
  return ids.filter((id) => !known.has(id));
}

function isEmpty({ numerator, denominator }: SidesView): boolean {
  return numerator.length === 0 && denominator.length === 0;
}
