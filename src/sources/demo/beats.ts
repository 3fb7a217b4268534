/** What becomes of a rollout into production. */
export type Outcome =
  | 'success'
  | 'failure'
  | 'cancelled'
  | 'regret'
  | 'hotfix'
  | 'incident'
  | 'retreat'
  | 'abandoned'
  | 'partial'
  | 'disputed'
  | 'corrected';

/** An outcome that is not left to chance: that of the service's next rollout after the Monday of that week. */
export interface Beat {
  readonly service: string;
  readonly weeksAgo: number;
  readonly outcome: Outcome;
}

/** What is there to be found in every demo, in order of time for each service. */
export const beats: readonly Beat[] = [
  { service: 'storefront', weeksAgo: 18, outcome: 'partial' },
  { service: 'catalogue', weeksAgo: 15, outcome: 'corrected' },
  { service: 'orders', weeksAgo: 10, outcome: 'retreat' },
  { service: 'edge-router', weeksAgo: 8, outcome: 'cancelled' },
  { service: 'payments', weeksAgo: 5, outcome: 'regret' },
  { service: 'payments', weeksAgo: 5, outcome: 'failure' },
  { service: 'payments', weeksAgo: 5, outcome: 'hotfix' },
  { service: 'orders', weeksAgo: 5, outcome: 'failure' },
  { service: 'checkout', weeksAgo: 5, outcome: 'failure' },
  { service: 'checkout', weeksAgo: 5, outcome: 'hotfix' },
  { service: 'search', weeksAgo: 4, outcome: 'abandoned' },
  { service: 'checkout', weeksAgo: 3, outcome: 'partial' },
  { service: 'catalogue', weeksAgo: 3, outcome: 'disputed' },
];
