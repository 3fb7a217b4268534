import { deployedStates, reworkStates, statesOf } from '../conditions.ts';
import type { Frame } from '../frame.ts';
import type { MetricColumn } from '../metric.ts';
import { inStates, ratio } from '../ratio.ts';
import { failedChanges } from './failed-changes.ts';

const nothingDeployed = 'nothing was deployed in the window';

/** The share of deployments that did harm in their environment. */
export function changeFailRate(frame: Frame): MetricColumn {
  return ratio(frame, {
    formula: 'failed changes ÷ deployed',
    reason: nothingDeployed,
    upper: failedChanges(frame),
    lower: inStates(frame, deployedStates(frame)),
  });
}

/** The share of deployments that were unplanned or remedied an earlier one. */
export function reworkRate(frame: Frame): MetricColumn {
  return ratio(frame, {
    formula: 'unplanned or remediating ÷ deployed',
    reason: nothingDeployed,
    upper: inStates(frame, reworkStates(frame)),
    lower: inStates(frame, deployedStates(frame)),
  });
}

/** The share of deployments that were rolled back. */
export function rollbackRate(frame: Frame): MetricColumn {
  return ratio(frame, {
    formula: 'rolled-back ÷ deployed',
    reason: nothingDeployed,
    upper: inStates(frame, statesOf(frame, 'rolled-back')),
    lower: inStates(frame, deployedStates(frame)),
  });
}

/** The share of deployments that went well and stayed. */
export function successRate(frame: Frame): MetricColumn {
  return ratio(frame, {
    formula: 'success ÷ (success + failure + partial + rolled-back)',
    reason: 'no deployment ended in the window',
    upper: inStates(frame, statesOf(frame, 'success')),
    lower: inStates(frame, frame.counting),
  });
}
