import { compareCodePoints } from '../../../analysis/code-point-order.ts';
import { groupByKey } from '../../../analysis/group-by-key.ts';
import type { ServiceNode } from '../../../analysis/pictures/graph/service-graph.ts';

/**
 * Services by team, or by tier where no team is known, in code-point order, those without either last; one group without a name
 * when there is nothing to tell them apart.
 */
export function servicesByTeam(
  services: readonly ServiceNode[],
): readonly (readonly [team: string | undefined, services: readonly ServiceNode[]])[] {
  const groups = groupByKey(services, ({ team, tier }) => team ?? tier);
  if (groups.size < 2) return [[undefined, services]];
  return [...groups]
    .sort(([a], [b]) => (a === null ? 1 : b === null ? -1 : compareCodePoints(a, b)))
    .map(([team, group]) => [team ?? 'no team', group]);
}
