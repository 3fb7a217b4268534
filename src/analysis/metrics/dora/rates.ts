import { hasStatus, isAny, isDeployed, isFailedChange, isRework } from '../conditions.ts';
import type { Frame } from '../frame.ts';
import type { MetricColumn } from '../metric.ts';
import { ratio } from '../ratio.ts';

const nothingDeployed = 'nothing was deployed in the window';

/** The share of deployments that did harm in their environment. */
export function changeFailRate(frame: Frame): MetricColumn {
  return ratio(frame, {
    formula: 'failed changes ÷ deployed',
    reason: nothingDeployed,
    isUpper: isFailedChange(frame),
    isLower: isDeployed(frame),
  });
}

/** The share of deployments that were unplanned or remedied an earlier one. */
export function reworkRate(frame: Frame): MetricColumn {
  return ratio(frame, {
    formula: 'unplanned or remediating ÷ deployed',
    reason: nothingDeployed,
    isUpper: isRework(frame),
    isLower: isDeployed(frame),
  });
}

/** The share of deployments that were rolled back. */
export function rollbackRate(frame: Frame): MetricColumn {
  return ratio(frame, {
    formula: 'rolled-back ÷ deployed',
    reason: nothingDeployed,
    isUpper: hasStatus(frame, 'rolled-back'),
    isLower: isDeployed(frame),
  });
}

/** The share of deployments that went well and stayed. */
export function successRate(frame: Frame): MetricColumn {
  return ratio(frame, {
    formula: 'success ÷ (success + failure + partial + rolled-back)',
    reason: 'no deployment ended in the window',
    isUpper: hasStatus(frame, 'success'),
    isLower: isAny,
  });
}
