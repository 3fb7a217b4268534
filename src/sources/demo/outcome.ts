import type { Outcome } from './beats.ts';
import { isWithin, mondayAgo } from './calendar.ts';
import type { Lane } from './lane.ts';
import { dependentsOf } from './services.ts';
import type { Story } from './story.ts';

const baseline: readonly (readonly [Outcome, number])[] = [
  ['failure', 0.04],
  ['hotfix', 0.022],
  ['regret', 0.022],
  ['cancelled', 0.012],
  ['incident', 0.01],
];

/** Decides what becomes of a rollout: the beat that is due, else by chance. A lane's first rollout goes well. */
export function decideOutcome(story: Story, lane: Lane, startedMs: number): Outcome {
  if (lane.running.length === 0) return 'success';
  const [next] = story.beats;
  if (next !== undefined && startedMs >= mondayAgo(next.weeksAgo, story.calendar.toMs)) {
    story.beats.shift();
    return next.outcome;
  }
  const factor = story.service.risk * troubleFactor(story, startedMs);
  let share = story.random.unit();
  for (const [outcome, probability] of baseline) {
    share -= probability * factor;
    if (share < 0) return outcome;
  }
  return 'success';
}

/** How much more goes wrong at that moment than usual: in the bad week, with payments and what calls it. */
function troubleFactor({ service, calendar }: Story, atMs: number): number {
  if (!isWithin(calendar.badWeek, atMs)) return 1;
  if (service.name === 'payments') return 7;
  return dependentsOf('payments').includes(service) ? 4 : 1;
}
