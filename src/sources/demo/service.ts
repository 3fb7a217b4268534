import type { ServiceType } from '../../domain/vocabulary.ts';
import type { Window } from './calendar.ts';
import type { NonEmpty } from './random.ts';
import type { TeamName } from './teams.ts';
import type { Version } from './versions.ts';

export type Region = 'eu-west-1' | 'us-east-1';
export type EnvironmentName = 'development' | 'test' | 'staging' | 'production';
export type StrategyName = 'blue-green' | 'canary' | 'rolling' | 'big-bang' | 'feature-flag' | 'a-b-test';

/**
 * Where a service runs in production: nowhere in particular, in regions that are deployed one day after another, or in
 * regions that are the targets of one deployment.
 */
export type Placement =
  | { readonly kind: 'global' }
  | { readonly kind: 'lanes'; readonly regions: NonEmpty<Region> }
  | { readonly kind: 'targets'; readonly regions: NonEmpty<Region> };

/** A service of the made-up company and how its team works. */
export interface DemoService {
  readonly name: string;
  readonly serviceType: ServiceType;
  readonly team: TeamName;
  readonly tier: string;
  readonly dependsOn: readonly string[];
  readonly path: readonly EnvironmentName[];
  readonly placement: Placement;
  readonly strategy: StrategyName;
  /** The share of production deployments that are an a/b test instead. */
  readonly tests?: number;
  /** The share of production deployments after which a flag is opened. */
  readonly flags?: number;
  readonly replicas?: number;
  readonly window?: Window;
  readonly firstVersion: Version;
  readonly releasesPerWeek: number;
  /** How much likelier than elsewhere it is that a deployment goes wrong. */
  readonly risk: number;
  /** It was taken out of service that many days ago. */
  readonly retiredDaysAgo?: number;
  /** What its people work on, for the messages. */
  readonly topics: NonEmpty<string>;
}
