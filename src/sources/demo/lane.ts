import type { Commit, Release } from './release.ts';
import type { DemoService, EnvironmentName, Region } from './service.ts';

/** Where a service stands in one place to which it is deployed, as its story goes on. */
export interface Lane {
  readonly environment: EnvironmentName;
  readonly region: Region | undefined;
  /** The regions to which each deployment goes as targets of its own. */
  readonly targets: readonly Region[];
  /** What ran here, the last one now; a rollback takes away from the end. */
  running: readonly Release[];
  /** Commits that were built and have not come here. */
  waiting: readonly Commit[];
  /** Nothing else is deployed here before that moment. */
  freeMs: number;
}

/** The lanes of a service in the order of promotion; only production has regions. */
export function lanesOf(service: DemoService): Lane[] {
  return service.path.flatMap((environment) => {
    const { placement } = service;
    if (environment !== 'production' || placement.kind === 'global') return [emptyLane(environment)];
    if (placement.kind === 'targets') return [emptyLane(environment, undefined, placement.regions)];
    return placement.regions.map((region) => emptyLane(environment, region));
  });
}

/** A release came to run here. */
export function arrive(lane: Lane, release: Release): void {
  lane.running = [...lane.running, release];
  lane.waiting = [];
}

/** The last `steps` releases left again. Returns what runs now; undefined if nothing ran before them. */
export function leave(lane: Lane, steps: number): Release | undefined {
  const left = lane.running.slice(-steps);
  lane.running = lane.running.slice(0, -steps);
  lane.waiting = [...left.flatMap(({ commits }) => commits), ...lane.waiting];
  return lane.running.at(-1);
}

function emptyLane(environment: EnvironmentName, region?: Region, targets: readonly Region[] = []): Lane {
  return { environment, region, targets, running: [], waiting: [], freeMs: 0 };
}
