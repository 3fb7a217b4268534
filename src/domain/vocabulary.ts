/** The words of the field that this program keeps to, each list in the order in which people expect to read it. */

export const statuses = [
  'pending',
  'in-progress',
  'success',
  'failure',
  'partial',
  'cancelled',
  'abandoned',
  'rolled-back',
] as const;
/** Where a deployment stands. `rolled-back` is never reported: it follows from a rollback. */
export type Status = (typeof statuses)[number];

export const reportableStatuses = statuses.filter((status) => status !== 'rolled-back');
/** A status that somebody can claim. */
export type ReportedStatus = Exclude<Status, 'rolled-back'>;

export const serviceTypes = ['monolith', 'microservice', 'serverless', 'batch-job', 'edge-function'] as const;
export type ServiceType = (typeof serviceTypes)[number];

export const kinds = ['application', 'database-migration', 'configuration', 'infrastructure', 'feature-flag'] as const;
/** What sort of thing a deployment changed. */
export type Kind = (typeof kinds)[number];

export const triggers = ['manual', 'automatic', 'incident'] as const;
/** What set a rollback off. */
export type Trigger = (typeof triggers)[number];

export const severities = ['critical', 'high', 'medium', 'low'] as const;
export type Severity = (typeof severities)[number];

export const tiers = ['production', 'staging', 'testing', 'development'] as const;
/** What an environment is for. */
export type Tier = (typeof tiers)[number];

/** Other tools' words for ours. */
export const aliases: Readonly<Record<string, string>> = {
  succeeded: 'success',
  successful: 'success',
  failed: 'failure',
  error: 'failure',
  canceled: 'cancelled',
  running: 'in-progress',
  started: 'in-progress',
  rolledback: 'rolled-back',
  'ab-test': 'a-b-test',
  bluegreen: 'blue-green',
};

/** Brings a word into this program's spelling: lower case, `-` for `_` and blanks, other tools' words replaced. */
export function spell(word: string): string {
  const spelled = word.trim().toLowerCase().replaceAll(/[_ ]/g, '-');
  return aliases[spelled] ?? spelled;
}
