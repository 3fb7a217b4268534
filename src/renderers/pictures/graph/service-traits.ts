import type { ServiceNode } from '../../../analysis/pictures/graph/service-graph.ts';

/** What is known of a service, for a line below its name. */
export function traits({ team, tier }: Pick<ServiceNode, 'team' | 'tier'>): string {
  return [team, tier].filter((trait) => trait !== null).join(' · ');
}
