import { type Command, Option } from 'commander';
import { kinds, reportableStatuses } from '../../../domain/vocabulary.ts';
import { listed } from '../options/listed.ts';
import { gather, gatherList } from '../options/lists.ts';
import { strategyNames } from '../options/strategies.ts';
import type { OptionNames } from './option-names.ts';

/** What a person says about a deployment on the command line, as it was typed. */
export interface DeploymentOptions {
  readonly service?: string;
  readonly version?: string;
  readonly environment?: string;
  readonly type?: string;
  readonly kind?: string;
  readonly region?: string;
  readonly cluster?: string;
  readonly replicas?: string;
  readonly previousVersion?: string;
  readonly artifact?: string;
  readonly commit?: string;
  readonly commits?: string;
  readonly repo?: string;
  readonly status?: string;
  readonly started?: string;
  readonly completed?: string;
  readonly canaryPercentage?: string;
  readonly slot?: string;
  readonly flag?: string;
  readonly message?: string;
  readonly window?: string;
  readonly downtimeExpected?: boolean;
  readonly unplanned?: boolean;
  readonly remediates?: readonly string[];
  readonly initiator?: string;
  readonly approvedBy?: readonly string[];
  readonly changeId?: string;
  readonly parentId?: string;
  readonly metadata?: readonly string[];
  readonly idempotencyKey?: string;
}

/** The options that fill the fields of a deployment. */
export const deploymentFields: OptionNames = {
  version: '--version',
  strategy: '--type',
  kind: '--kind',
  cluster: '--cluster',
  replicas: '--replicas',
  previousVersion: '--previous-version',
  artifact: '--artifact',
  commit: '--commit',
  commits: '--commits',
  startedAt: '--started',
  finishedAt: '--completed',
  'progress.percentage': '--canary-percentage',
  'progress.slot': '--slot',
  'progress.flag': '--flag',
  window: '--window',
  downtimeExpected: '--downtime-expected',
  planned: '--unplanned',
  remediates: '--remediates',
  approvedBy: '--approved-by',
  changeId: '--change-id',
  parentId: '--parent-id',
  metadata: '--metadata',
};

/** The options that say what was deployed, and where. */
export function addSubjectOptions(command: Command): Command {
  return command
    .optionsGroup('What was deployed:')
    .option('-s, --service <name>', 'the service (required)')
    .option('-v, --version <version>', 'the version that it has now (required)')
    .option('-e, --environment <name>', 'where to (required)')
    .addOption(listed(new Option('-t, --type <strategy>', 'how (default: rolling)'), strategyNames))
    .addOption(listed(new Option('--kind <kind>', 'what changed (default: application)'), kinds))
    .option('--region <name>', 'region, when there are several')
    .option('--cluster <name>', 'cluster')
    .option('--replicas <count>', 'number of instances')
    .option('--previous-version <version>', 'what ran before, if the ledger cannot know')
    .option('--artifact <digest>', 'what was deployed, as sha256:<hex>')
    .option('--commit <sha>', 'the commit that it was built from')
    .option('--commits <from..to>', 'the commits that it is the first to ship, from git')
    .option('--repo <folder>', 'the repository of these commits', '.');
}

/** The options that say how far it is; those of its end only where that is known. */
export function addOutcomeOptions(command: Command): Command {
  return command
    .optionsGroup('How it went:')
    .addOption(listed(new Option('--status <status>', 'where it stands (default: success)'), reportableStatuses))
    .option('--started <time>', 'when it began')
    .option('--completed <time>', 'when it ended (default: now)');
}

export function addProgressOptions(command: Command): Command {
  return command
    .optionsGroup('How it went:')
    .option('--canary-percentage <number>', 'share of the traffic that a canary has')
    .option('--slot <name>', 'the slot that a blue-green deployment made live')
    .option('--flag <name>', 'the flag of a feature-flag deployment')
    .option('--message <text>', 'a remark')
    .option('--window <hours>', 'maintenance window, as in "02:00-04:00 UTC"')
    .option('--downtime-expected', 'the service is down meanwhile')
    .option('--unplanned', 'it was not planned: rework after something broke')
    .option('--remediates <ids>', 'deployments or incidents that it makes good', gatherList);
}

export function addPeopleOptions(command: Command): Command {
  return command
    .optionsGroup('Who and why:')
    .option('--initiator <name>', 'who did it (default: you)')
    .option('--approved-by <names>', 'who approved it', gatherList)
    .option('--change-id <id>', 'number of the change request')
    .option('--parent-id <id>', 'the deployment that this one is a part of')
    .option('--metadata <pairs>', 'anything else, as key=value,key=value', gather);
}
