import { parseSpanMs } from './instant.ts';
import type { Tier } from './vocabulary.ts';

export interface Environment {
  readonly name: string;
  readonly tier: Tier;
  /** Place in the way of promotion, lowest first. */
  readonly order: number;
  /** After this long without a word a deployment counts as abandoned, in milliseconds. */
  readonly limitMs: number;
}

/** 24 hours, the limit of an environment that sets none. */
export const defaultLimitMs = 86_400_000;

/** The environments that every ledger knows from the start. */
export const builtinEnvironments: readonly Environment[] = [
  { name: 'development', tier: 'development', order: 10, limitMs: defaultLimitMs },
  { name: 'test', tier: 'testing', order: 20, limitMs: defaultLimitMs },
  { name: 'preview', tier: 'testing', order: 30, limitMs: defaultLimitMs },
  { name: 'staging', tier: 'staging', order: 40, limitMs: defaultLimitMs },
  { name: 'production', tier: 'production', order: 50, limitMs: defaultLimitMs },
];

const tierByPrefix: readonly (readonly [RegExp, Tier])[] = [
  [/^(prod|live)/i, 'production'],
  [/^(stag|uat|pre-?prod|integration|acceptance)/i, 'staging'],
  [/^(test|qa|preview|review|ci)/i, 'testing'],
  [/^(dev|local|sandbox)/i, 'development'],
];

/** The tier that an environment's name suggests; `development` when it suggests none, so that no metric is inflated. */
export function tierOfName(name: string): Tier {
  return tierByPrefix.find(([prefix]) => prefix.test(name))?.[1] ?? 'development';
}

/** Where an environment of this tier stands in the way of promotion unless it says otherwise. */
export function orderOfTier(tier: Tier): number {
  return { development: 10, testing: 20, staging: 40, production: 50 }[tier];
}

/** Reads an environment's limit, such as `24h`, in milliseconds; undefined when it is not a positive span. */
export function parseLimit(text: string): number | undefined {
  const ms = parseSpanMs(text);
  return ms !== undefined && ms > 0 ? ms : undefined;
}
