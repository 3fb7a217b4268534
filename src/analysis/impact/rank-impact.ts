import { compareCodePoints } from '../code-point-order.ts';
import { condense } from '../dependencies/condense.ts';
import { countDependents, type DependentCount } from '../dependencies/count-dependents.ts';
import type { DependencyGraph } from '../dependencies/dependency-graph.ts';

/** How far losing a service, or breaking it by a deployment, reaches. */
export interface RankedImpact {
  readonly service: string;
  readonly tier: string | null;
  /** Services that depend on it directly. */
  readonly direct: number;
  /** Services that depend on it directly or not. */
  readonly dependents: DependentCount;
}

/** All services, the one that most others depend on first; then by name. */
export function rankImpact(graph: DependencyGraph): RankedImpact[] {
  const dependentsOf = countDependents(condense(graph));
  return [...graph.values()]
    .map((node) => ({
      service: node.name,
      tier: node.row?.tier ?? null,
      direct: node.dependents.filter((dependent) => dependent !== node).length,
      dependents: dependentsOf.get(node) ?? { total: 0, byTier: [] },
    }))
    .sort((a, b) => b.dependents.total - a.dependents.total || compareCodePoints(a.service, b.service));
}
