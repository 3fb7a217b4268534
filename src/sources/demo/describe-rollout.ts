import type { ClaimInput } from '../../domain/claims/claim.ts';
import type { Window } from './calendar.ts';
import { at } from './diary.ts';
import type { Rollout } from './rollout.ts';
import type { Region } from './service.ts';

export type DeploymentInput = Extract<ClaimInput, { type: 'deployment' }>;

/** What a rollout says of itself before anything has happened. */
export function describeRollout(rollout: Rollout): DeploymentInput {
  const { service, lane, release, commits } = rollout;
  const window = rollout.announcedMs === undefined ? undefined : service.window;
  const onCluster = service.replicas !== undefined && lane.targets.length === 0;
  return {
    type: 'deployment',
    id: rollout.id,
    service: service.name,
    serviceType: service.serviceType,
    version: release.version,
    environment: lane.environment,
    region: lane.region,
    cluster: onCluster ? clusterOf(lane.region ?? lane.environment) : undefined,
    replicas: service.replicas,
    strategy: rollout.strategy,
    kind: rollout.kind,
    initiator: rollout.initiator,
    approvedBy: rollout.approvedBy && [...rollout.approvedBy],
    changeId: rollout.changeId,
    planned: rollout.planned,
    remediates: rollout.remediates && [...rollout.remediates],
    message: rollout.message,
    artifact: release.artifact,
    commit: release.commits.at(-1)?.sha,
    commits:
      commits.length === 0 ? undefined : commits.map(({ sha, committedMs }) => ({ sha, committedAt: at(committedMs) })),
    window: window && spellWindow(window),
    downtimeExpected: window && true,
  };
}

/** What the part of a rollout says of itself that goes to one of the regions. */
export function describeTarget(rollout: Rollout, region: Region): DeploymentInput {
  const { commits, approvedBy, changeId, message, ...whole } = describeRollout(rollout);
  return { ...whole, id: `${rollout.id}-${region}`, parentId: rollout.id, region, cluster: clusterOf(region) };
}

function clusterOf(place: string): string {
  return `k8s-${place}`;
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

function spellWindow({ weekday, fromHour, hours }: Window): string {
  const spell = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
  return `${weekdays[weekday]} ${spell(fromHour)}-${spell(fromHour + hours)} UTC`;
}
