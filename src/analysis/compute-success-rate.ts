import type { FinishedDeployment } from './finished-deployment.ts';
import type { Computed } from './metric.ts';

/** The share of deployments that went well and stayed. */
export function computeSuccessRate(deployments: readonly FinishedDeployment[]): Computed {
  const successful = deployments.filter(({ status }) => status === 'success');
  const all = deployments.length;
  const metric = {
    value: all === 0 ? null : successful.length / all,
    unit: 'ratio',
    ...(all === 0 ? { reason: 'no deployment ended in the window' } : {}),
    numerator: successful.length,
    denominator: all,
    formula: 'success ÷ (success + failure + partial + rolled-back)',
  };
  return { metric, numerator: successful, denominator: deployments };
}
