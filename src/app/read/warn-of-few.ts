import { counted } from '../../renderers/counted.ts';

/** Fewer deployments than this make numbers that jump with each one. */
const few = 10;

/** Says so when numbers rest on few deployments. */
export function warnOfFew(deployments: number): string[] {
  if (deployments === 0 || deployments >= few) return [];
  return [`these numbers rest on ${counted(deployments, 'deployment')} only`];
}
