import { describeRollout, describeTarget } from './describe-rollout.ts';
import { at, type Diary } from './diary.ts';
import { journeyOf } from './journey.ts';
import type { Ending, Rollout } from './rollout.ts';

/** Tells of a rollout as it goes on: the start, the stages, each region, the end. Returns when it ended. */
export function tellRollout(diary: Diary, rollout: Rollout, ending: Ending): number {
  const { id, startedMs, durationMs } = rollout;
  const steps = journeyOf(rollout).filter(({ after }) => after <= ending.after);
  tellStart(diary, rollout);
  for (const { after, progress } of steps) {
    const atMs = startedMs + after * durationMs;
    if (after < 1) diary.tell(atMs, { ...word(rollout, atMs), status: 'in-progress', progress });
  }
  tellTargets(diary, rollout, ending);
  const endMs = startedMs + ending.after * durationMs;
  const { status, message } = ending;
  const progress = status === 'success' ? steps.at(-1)?.progress : undefined;
  diary.tell(endMs, { ...word(rollout, endMs), status, message, progress });
  return endMs;
}
