import { newId } from '../../domain/ids.ts';
import type { Kind } from '../../domain/vocabulary.ts';
import { hourMs, minuteMs } from './calendar.ts';
import type { Lane } from './lane.ts';
import type { Commit, Release } from './release.ts';
import type { DemoService, StrategyName } from './service.ts';
import type { Story } from './story.ts';
import { approver, member, pipeline, releaser } from './teams.ts';

/** A release on its way into a lane, before anybody knows how it ends. */
export interface Rollout {
  readonly id: string;
  readonly service: DemoService;
  readonly lane: Lane;
  readonly release: Release;
  readonly kind: Kind;
  readonly strategy: StrategyName;
  /** When it was scheduled, where that is said beforehand. */
  readonly announcedMs: number | undefined;
  readonly startedMs: number;
  readonly durationMs: number;
  readonly message: string;
  readonly initiator: string;
  readonly approvedBy: readonly string[] | undefined;
  readonly changeId: string | undefined;
  readonly commits: readonly Commit[];
  readonly planned: false | undefined;
  readonly remediates: readonly string[] | undefined;
  /** The flag that it opens, where it is nothing but that. */
  readonly flag: string | undefined;
}

/** How a rollout ends, when that share (0 to 1) of its time is over. */
export interface Ending {
  readonly status: 'success' | 'failure' | 'partial' | 'cancelled';
  readonly after: number;
  readonly message?: string;
}

export const goodEnding: Ending = { status: 'success', after: 1 };

const medianMinutes: Readonly<Record<StrategyName, number>> = {
  rolling: 7,
  'blue-green': 14,
  canary: 55,
  'big-bang': 12,
  'feature-flag': 150,
  'a-b-test': 240,
};

/**
 * Plans how a release comes into a lane. Production asks for a change, an approval and the service's own strategy; what is
 * planned for a maintenance window is announced. `as` says what is different this time.
 */
export function planRollout(
  story: Story,
  lane: Lane,
  release: Release,
  startedMs: number,
  as: Partial<Rollout> = {},
): Rollout {
  const { service, random } = story;
  const production = lane.environment === 'production';
  const windowed = production && service.window !== undefined && as.planned === undefined;
  const {
    strategy = production ? service.strategy : plainStrategy(service),
    initiator = initiatorOf(story, production),
    announcedMs = windowed ? startedMs - random.between(3, 9) * hourMs : undefined,
  } = as;
  const askedMs = announcedMs ?? startedMs;
  const minutes = windowed ? 75 : medianMinutes[strategy];
  return {
    id: newId('deploy', askedMs, random.bytes),
    service,
    lane,
    release,
    kind: release.kind,
    strategy,
    announcedMs,
    startedMs,
    durationMs: random.around(minutes, production ? 1.6 : 2.5) * minuteMs,
    message: release.message,
    initiator,
    approvedBy: production ? [approver(service.team, initiator, random)] : undefined,
    changeId: production ? changeId(askedMs) : undefined,
    commits: lane.environment === 'development' ? [] : lane.waiting,
    planned: undefined,
    remediates: undefined,
    flag: undefined,
    ...as,
  };
}

/** How a service is deployed where nobody watches closely. */
export function plainStrategy({ strategy }: DemoService): StrategyName {
  return strategy === 'big-bang' ? strategy : 'rolling';
}

function initiatorOf({ service, random }: Story, production: boolean): string {
  if (!production) return pipeline;
  return random.chance(0.6) ? member(service.team, random) : releaser;
}

/** Change tickets are numbered through the whole company, about one every ten minutes. */
function changeId(askedMs: number): string {
  return `CHG-${Math.floor(askedMs / (10 * minuteMs))}`;
}
