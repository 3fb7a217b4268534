import { minuteMs } from '../calendar.ts';
import { type Incident, newIncident, tellCausedIncident } from '../incident.ts';
import { leave } from '../lane.ts';
import { someTrouble, type Trouble } from '../messages.ts';
import { hotfixRelease } from '../release.ts';
import { tellRollback } from '../rollback.ts';
import { planRollout, type Rollout } from '../rollout.ts';
import { awaitCommits, type Story } from '../story.ts';
import { member } from '../teams.ts';
import { tellTrial } from '../trial.ts';
import { succeed } from './go-well.ts';

/** It succeeds and breaks something that is put right without another deployment. */
export function breakSomething(story: Story, rollout: Rollout): number {
  const incident = noticeIncident(story, rollout, someTrouble(story.random));
  const resolvedMs = incident.openedMs + story.random.around(75, 3) * minuteMs;
  tellCausedIncident(story, incident, rollout, resolvedMs);
  return resolvedMs;
}

/** It succeeds and breaks something that a hotfix puts right. */
export function beHotfixed(story: Story, rollout: Rollout): number {
  const incident = noticeIncident(story, rollout, someTrouble(story.random));
  const { endMs } = rollOutHotfix(story, rollout, incident);
  tellCausedIncident(story, incident, rollout, endMs + story.random.between(3, 12) * minuteMs);
  return endMs + story.random.between(30, 60) * minuteMs;
}

/** It succeeds and breaks something; the hotfix does not help; both are left behind for the version before them. */
export function retreat(story: Story, rollout: Rollout): number {
  const trouble = someTrouble(story.random);
  const incident = noticeIncident(story, rollout, trouble);
  const { hotfix, endMs } = rollOutHotfix(story, rollout, incident);
  const backMs = endMs + story.random.between(25, 50) * minuteMs;
  const before = leave(rollout.lane, 2);
  if (before !== undefined) {
    tellRollback(story, hotfix, before, backMs, { ...trouble, trigger: 'incident' });
    tellCausedIncident(story, incident, rollout, backMs + 6 * minuteMs);
  }
  return backMs + 60 * minuteMs;
}

function noticeIncident(story: Story, rollout: Rollout, trouble: Trouble): Incident {
  const openedMs = succeed(story, rollout) + story.random.around(35, 4) * minuteMs;
  return newIncident(story, story.service.name, openedMs, `${trouble.title} after ${rollout.release.version}`);
}

/** Builds a fix, tries it in staging for a moment and rolls it out at whatever hour it is. */
function rollOutHotfix(story: Story, { lane }: Rollout, incident: Incident): { hotfix: Rollout; endMs: number } {
  const { random, service, versions } = story;
  const builtMs = incident.openedMs + random.around(32, 2) * minuteMs;
  const release = hotfixRelease(service, versions.hotfix(), builtMs, random);
  awaitCommits(story, release);
  const urgent = { planned: false, initiator: member(service.team, random) } as const;
  const staging = story.lanes.find(({ environment }) => environment === 'staging');
  const triedMs = staging === undefined ? builtMs : tellTrial(story, staging, release, builtMs + minuteMs, urgent);
  const hotfix = planRollout(story, lane, release, triedMs + random.between(3, 10) * minuteMs, {
    ...urgent,
    remediates: [incident.id],
    durationMs: random.between(6, 18) * minuteMs,
  });
  return { hotfix, endMs: succeed(story, hotfix) };
}
