import type { ComputedGroup, MetricsAnswer } from '../../analysis/metrics/compute-metrics.ts';
import type { LogReader } from '../../ledger/log-store.ts';
import type { ProfileDifference, SidesView } from './metrics-report.ts';
import { nameSides } from './view-groups.ts';

const nothing: SidesView = { numerator: [], denominator: [] };

/** The metrics that two profiles do not agree on, with what counts for the one and not for the other. */
export async function findDifferences(
  log: LogReader,
  here: MetricsAnswer,
  there: MetricsAnswer,
): Promise<ProfileDifference[]> {
  const name = await nameSides(log, [here, there]);
  const others = new Map(there.groups.map((group) => [JSON.stringify(group.by), group]));
  return here.groups.flatMap((group) => {
    const other: ComputedGroup | undefined = others.get(JSON.stringify(group.by));
    return [...group.metrics].flatMap(([metricName, own]): ProfileDifference[] => {
      const match = other?.metrics.get(metricName);
      const { value, unit, formula } = own.metric;
      const same = match !== undefined && match.metric.value === value && match.metric.unit === unit;
      const ours = own.sides === undefined ? nothing : name(own.sides);
      const theirs = match?.sides === undefined ? nothing : name(match.sides);
      const onlyHere = without(ours, theirs);
      const onlyThere = match === undefined ? nothing : without(theirs, ours);
      if (same && isEmpty(onlyHere) && isEmpty(onlyThere)) return [];
      const against = match && {
        value: match.metric.value,
        unit: match.metric.unit,
        formula: match.metric.formula,
      };
      return [
        {
          by: group.by,
          metric: metricName,
          value,
          unit,
          formula,
          against: against ?? null,
          onlyHere: match === undefined ? nothing : onlyHere,
          onlyThere,
        },
      ];
    });
  });
}

function without(sides: SidesView, others: SidesView): SidesView {
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
