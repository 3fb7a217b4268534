import type { ClaimInput } from '../../domain/claims/claim.ts';
import { describeRollout } from './describe-rollout.ts';
import { at, type Diary } from './diary.ts';
import { journeyOf } from './journey.ts';
import type { Ending, Rollout } from './rollout.ts';
import { tellTargets } from './tell-targets.ts';

type StatusInput = Extract<ClaimInput, { type: 'deployment-status' }>;

/** Tells of a rollout as it goes on: the start, the stages, each region, the end. Returns when it ended. */
export function tellRollout(diary: Diary, rollout: Rollout, ending: Ending): number {
  tellUnderWay(diary, rollout, ending.after);
  tellTargets(diary, rollout, ending);
  const { status, message } = ending;
  const reached = status === 'success' ? journeyOf(rollout).at(-1)?.progress : undefined;
  return tellStatus(diary, rollout, ending.after, { status, message, progress: reached });
}

/** Tells of a rollout from its start until that share of its time is over; how it ended is not said. */
export function tellUnderWay(diary: Diary, rollout: Rollout, until: number): void {
  const { announcedMs, startedMs } = rollout;
  const [status, begunMs] =
    announcedMs === undefined ? (['in-progress', startedMs] as const) : (['pending', announcedMs] as const);
  const steps = journeyOf(rollout);
  const progress = steps.find(({ after }) => after === 0)?.progress;
  diary.tell(begunMs, { ...describeRollout(rollout), status, startedAt: at(begunMs), progress });
  if (announcedMs !== undefined) tellStatus(diary, rollout, 0, { status: 'in-progress' });
  for (const { after, progress } of steps) {
    if (after > 0 && after < until) tellStatus(diary, rollout, after, { status: 'in-progress', progress });
  }
}

/** Tells one word about a rollout when that share of its time is over. Returns when that was. */
export function tellStatus(diary: Diary, rollout: Rollout, after: number, word: Partial<StatusInput>): number {
  const atMs = rollout.startedMs + after * rollout.durationMs;
  diary.tell(atMs, { type: 'deployment-status', deployment: rollout.id, at: at(atMs), ...word });
  return atMs;
}

/** Tells of a rollout when it is over, in one record, as a pipeline does that reports at its end. Returns when that was. */
export function tellInRetrospect(diary: Diary, rollout: Rollout, ending: Ending): number {
  const { startedMs, durationMs } = rollout;
  const endMs = startedMs + ending.after * durationMs;
  const { status, message = rollout.message } = ending;
  diary.tell(endMs, { ...describeRollout(rollout), status, startedAt: at(startedMs), finishedAt: at(endMs), message });
  return endMs;
}
