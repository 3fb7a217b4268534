import type { Kind } from '../../domain/vocabulary.ts';
import type { NonEmpty, Random } from './random.ts';

const beginnings: Readonly<Record<Kind, NonEmpty<string>>> = {
  application: ['Rework', 'Speed up', 'Fix an edge case in', 'Add metrics to', 'Simplify', 'Extend'],
  'database-migration': ['Migrate the tables of', 'Add an index for', 'Split the table behind'],
  configuration: ['Raise the timeouts of', 'Tune the connection pool of', 'Change the limits of'],
  infrastructure: ['Move to new nodes:', 'Upgrade the base image of', 'Renew the certificates of'],
  'feature-flag': ['Open the flag of'],
};

/** The subject line of a change. */
export function describeChange(kind: Kind, topics: NonEmpty<string>, random: Random): string {
  return `${random.pick(beginnings[kind])} ${random.pick(topics)}`;
}

/** What went wrong after a deployment: a code for machines, a reason for people, how it looks as an incident. */
export interface Trouble {
  readonly code: string;
  readonly reason: string;
  readonly title: string;
}

const troubles: NonEmpty<Trouble> = [
  { code: 'error-rate', reason: 'Errors rose to 7 % right after the switch', title: 'Raised error rate' },
  { code: 'performance', reason: 'Memory grows until the process is killed', title: 'Repeated restarts' },
  { code: 'latency', reason: 'The slowest 1 % of requests take over 4 s', title: 'Slow responses' },
  { code: 'data', reason: 'Writes a field that older readers refuse', title: 'Unreadable records' },
  { code: 'dependency', reason: 'The new client library drops connections', title: 'Calls to a dependency fail' },
  { code: 'configuration', reason: 'Shipped with the settings of staging', title: 'Requests go to the wrong backend' },
  { code: 'functional', reason: 'Customers cannot finish what they began', title: 'A central function is broken' },
];

export function someTrouble(random: Random): Trouble {
  return random.pick(troubles);
}

const brokenPipelines: NonEmpty<string> = [
  'The new pods did not become healthy in time',
  'The image could not be pulled',
  'A contract test failed after the deployment',
  'The migration could not take its lock',
];

/** Why a deployment before production failed. */
export function brokenPipeline(random: Random): string {
  return random.pick(brokenPipelines);
}
