import { isAny } from '../conditions.ts';
import { countIn, type Frame, placesIn } from '../frame.ts';
import type { MetricColumn } from '../metric.ts';
import { indexesOf, ratio } from '../ratio.ts';
import { incidentsByGroup, whereTold } from './incidents-by-group.ts';

const nothingDeployed = 'nothing was deployed in the window';

/** Incidents that opened ÷ deployments: more than one when there are more of them. */
export function incidentsPerDeployment(frame: Frame): MetricColumn {
  const incidents = incidentsByGroup(frame);
  const deployments = countIn(frame, isAny);
  return whereTold(frame, {
    of(group) {
      const [numerator, denominator] = [incidents[group]?.length ?? 0, deployments[group] ?? 0];
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
      denominator: indexesOf(frame, placesIn(frame, group, isAny)),
    }),
  });
}

/** The share of deployments that an incident belongs to. */
export function deploymentsWithIncident(frame: Frame): MetricColumn {
  const blamed = new Set(frame.incidents.map(({ place }) => place));
  return ratio(frame, {
    formula: 'deployments with an incident ÷ deployments',
    reason: nothingDeployed,
    isUpper: (place) => blamed.has(place),
    isLower: isAny,
  });
}
