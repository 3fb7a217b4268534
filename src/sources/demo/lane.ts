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

/** The lanes of a service in an environment; only production has regions. */
export function lanesOf(service: DemoService, environment: EnvironmentName): Lane[] {
  const lane = (region: Region | undefined, targets: readonly Region[]): Lane => ({
    environment,
    region,
    targets,
    running: [],
    waiting: [],
    freeMs: 0,
  });
  const { placement } = service;
  if (environment !== 'production' || placement.kind === 'global') return [lane(undefined, [])];
  if (placement.kind === 'targets') return [lane(undefined, placement.regions)];
  return placement.regions.map((region) => lane(region, []));
}
