import { hourMs, minuteMs } from './calendar.ts';
import type { Lane } from './lane.ts';
import { decideOutcome } from './outcome.ts';
import { enact } from './outcomes/enact.ts';
import { productionMoment } from './production-moment.ts';
import type { Release } from './release.ts';
import { goodEnding, planRollout } from './rollout.ts';
import type { Story } from './story.ts';
import { tellRollout } from './tell-rollout.ts';

/** Tells how a release goes to production, lane after lane as long as it goes well. */
export function tellProduction(story: Story, release: Release, readyMs: number): void {
  const { service, random } = story;
  let fromMs = readyMs;
  for (const lane of story.lanes.filter(({ environment }) => environment === 'production')) {
    const startedMs = productionMoment(story, Math.max(fromMs, lane.freeMs + 10 * minuteMs));
    if (startedMs > story.untilMs) return;
    const strategy = random.chance(service.tests ?? 0) ? 'a-b-test' : service.strategy;
    const rollout = planRollout(story, lane, release, startedMs, { strategy });
    lane.freeMs = enact[decideOutcome(story, lane, startedMs)](story, rollout);
    if (lane.running.at(-1) !== release) return;
    if (random.chance(service.flags ?? 0)) tellFlag(story, lane, release);
    fromMs = lane.freeMs + random.between(18, 26) * hourMs;
  }
}

/** Tells how a flag of a release that runs is opened for more and more people. */
function tellFlag(story: Story, lane: Lane, release: Release): void {
  const { random, service, diary } = story;
  const startedMs = productionMoment(story, lane.freeMs + random.around(90, 2) * minuteMs);
  if (startedMs > story.untilMs) return;
  const topic = random.pick(service.topics);
  const rollout = planRollout(story, lane, release, startedMs, {
    strategy: 'feature-flag',
    kind: 'feature-flag',
    message: `Open the flag of ${topic}`,
    flag: topic.replace(/^the /, '').replaceAll(' ', '-'),
    commits: [],
  });
  const withdrawn = random.chance(0.1);
  const ending = { status: 'cancelled', after: 0.6, message: 'Closed again: too many complaints' } as const;
  lane.freeMs = tellRollout(diary, rollout, withdrawn ? ending : goodEnding);
}
