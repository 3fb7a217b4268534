import type { Outcome } from '../beats.ts';
import type { Rollout } from '../rollout.ts';
import type { Story } from '../story.ts';
import { beRegretted } from './be-regretted.ts';
import { beHotfixed, breakSomething, retreat } from './break-something.ts';
import { arriveInPart, beCorrected, succeed } from './go-well.ts';
import { beAbandoned, beCancelled, beDisputed, fail } from './go-wrong.ts';

/** Tells what becomes of a rollout. Returns when its lane is free for the next one. */
export const enact: Readonly<Record<Outcome, (story: Story, rollout: Rollout) => number>> = {
  success: succeed,
  failure: fail,
  cancelled: beCancelled,
  regret: beRegretted,
  hotfix: beHotfixed,
  incident: breakSomething,
  retreat,
  abandoned: beAbandoned,
  partial: arriveInPart,
  disputed: beDisputed,
  corrected: beCorrected,
};
