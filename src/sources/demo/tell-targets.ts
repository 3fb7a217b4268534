import { describeTarget } from './describe-rollout.ts';
import { at, type Diary } from './diary.ts';
import type { Ending, Rollout } from './rollout.ts';

/**
 * Tells of the regions of a rollout, one after another in equal shares of its time. The one that was under way when the
 * rollout ended ends with it; those after it were never begun.
 */
export function tellTargets(diary: Diary, rollout: Rollout, ending: Ending): void {
  const { lane, startedMs, durationMs } = rollout;
  for (const [i, region] of lane.targets.entries()) {
    const from = i / lane.targets.length;
    const to = (i + 1) / lane.targets.length;
    if (from >= ending.after) return;
    const endsWithAll = to >= ending.after;
    const endMs = startedMs + Math.min(to, ending.after) * durationMs;
    diary.tell(endMs, {
      ...describeTarget(rollout, region),
      status: endsWithAll ? ending.status : 'success',
      startedAt: at(startedMs + from * durationMs),
      finishedAt: at(endMs),
    });
  }
}
