import { type Frame, placesIn } from '../frame.ts';
import type { MetricColumn } from '../metric.ts';
import { indexesOf, inStates, ratio } from '../ratio.ts';
import { incidentsByGroup, whereTold } from './incidents-by-group.ts';

const nothingDeployed = 'nothing was deployed in the window';

/** Incidents that opened ÷ deployments: more than one when there are more of them. */
export function incidentsPerDeployment(frame: Frame): MetricColumn {
  const incidents = incidentsByGroup(frame);
  const deployments = inStates(frame, frame.counting);
  return whereTold(frame, {
    of(group) {
      const [numerator, denominator] = [incidents[group]?.length ?? 0, deployments.count(group)];
      const value = denominator === 0 ? null : numerator / denominator;
      const formula = 'incidents ÷ deployments';
      return {
        value,
        unit: 'ratio',
        ...(value === null ? { reason: nothingDeployed } : {}),
        numerator,
        denominator,
        formula,
      };
    },
    sides: (group) => ({
      numerator: (incidents[group] ?? []).map(({ id }) => id),
      denominator: indexesOf(frame, deployments.places(group)),
    }),
  });
}

/** The share of deployments that an incident belongs to. */
export function deploymentsWithIncident(frame: Frame): MetricColumn {
  const blamed = new Set(frame.incidents.map(({ place }) => place));
  const blamedIn = (group: number) => placesIn(frame, group, frame.counting, (place) => blamed.has(place));
  return ratio(frame, {
    formula: 'deployments with an incident ÷ deployments',
    reason: nothingDeployed,
    upper: { count: (group) => blamedIn(group).length, places: blamedIn },
    lower: inStates(frame, frame.counting),
  });
}
