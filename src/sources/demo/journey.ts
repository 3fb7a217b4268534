import type { Progress } from '../../domain/strategies/strategy.ts';
import type { Rollout } from './rollout.ts';

/** What a rollout has reached when that share (0 to 1) of its time is over. */
export interface Step {
  readonly after: number;
  readonly progress: Progress;
}

/** What a rollout reports on its way, from the start (0) to a good end (1). */
export function journeyOf(rollout: Rollout): readonly Step[] {
  const { service, lane } = rollout;
  switch (rollout.strategy) {
    case 'canary':
      return [
        { after: 0.05, progress: { percentage: 5, stage: 'first-users' } },
        { after: 0.35, progress: { percentage: 25, stage: 'quarter' } },
        { after: 1, progress: { percentage: 100, stage: 'everyone' } },
      ];
    case 'blue-green':
      return switchSlots(lane.running.length);
    case 'rolling':
      return replaceReplicas(service.replicas ?? 1);
    case 'big-bang':
      return service.window === undefined || lane.environment !== 'production' ? [] : comeBack(rollout.durationMs);
    case 'feature-flag':
      return openFlag(rollout.flag ?? service.name);
    case 'a-b-test':
      return [
        { after: 0, progress: { variants: { control: 90, candidate: 10 } } },
        { after: 1, progress: { variants: { control: 50, candidate: 50 } } },
      ];
  }
}

const slots = ['blue', 'green'] as const;

function switchSlots(before: number): readonly Step[] {
  const live = slots[before % 2 === 0 ? 0 : 1];
  const next = slots[before % 2 === 0 ? 1 : 0];
  return [
    { after: 0, progress: { slot: live, stage: 'warming-up' } },
    { after: 1, progress: { slot: next, stage: 'switched' } },
  ];
}

function replaceReplicas(replicas: number): readonly Step[] {
  const whole: Step = { after: 1, progress: { replicas } };
  return replicas < 8 ? [whole] : [{ after: 0.4, progress: { replicas: Math.floor(0.4 * replicas) } }, whole];
}

function comeBack(durationMs: number): readonly Step[] {
  return [{ after: 1, progress: { downtimeSeconds: Math.round((0.7 * durationMs) / 1000) } }];
}

function openFlag(flag: string): readonly Step[] {
  return [
    { after: 0, progress: { flag, audience: 'staff', percentage: 1 } },
    { after: 0.3, progress: { flag, audience: 'beta-testers', percentage: 20 } },
    { after: 1, progress: { flag, audience: 'everyone', percentage: 100 } },
  ];
}
