import fc from 'fast-check';
import { reportableStatuses, severities, statuses, tiers, triggers } from '../../../src/domain/vocabulary.ts';
import type { TableName, Tables } from '../../../src/projections/rows.ts';
import { deploymentRow, incidentRow, rollbackRow } from '../../support/rows.ts';
import { removalRow, serviceRow } from '../samples.ts';
import { environment, id, maybeMoment, moment, region, service, word } from './words.ts';

const lane = { service, environment, region };

/** Rows of the read models whose rows are independent of one another; what is running is not. */
export const rowContents: { readonly [Name in Exclude<TableName, 'running'>]: fc.Arbitrary<Tables[Name]> } = {
  deployments: fc
    .record({
      ...lane,
      id,
      version: word,
      strategy: fc.constantFrom('rolling', 'canary'),
      parentId: fc.option(id),
      planned: fc.option(fc.boolean()),
      previousVersion: fc.option(word),
      undoneMs: fc.option(moment),
      remediates: fc.array(word, { maxLength: 2 }),
      progress: fc.dictionary(word, fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), word, fc.boolean())),
      initiator: fc.option(word),
      status: fc.constantFrom(...statuses),
      outcome: fc.constantFrom(...reportableStatuses),
      createdMs: moment,
      startedMs: maybeMoment,
      finishedMs: maybeMoment,
      rolledBackMs: maybeMoment,
      atMs: moment,
    })
    .map((fields) => JSON.parse(JSON.stringify(deploymentRow(fields)))),
  commits: fc.record({
    deployment: id,
    commit: word,
    committedMs: moment,
    knownFrom: fc.constant(0),
    knownTo: fc.constant(null),
  }),
  rollbacks: fc
    .record({
      ...lane,
      id,
      atMs: moment,
      trigger: fc.constantFrom(...triggers),
      deployment: fc.option(id),
      carriedOutBy: fc.option(id),
    })
    .map(rollbackRow),
  removals: fc.record({ ...lane, atMs: moment }).map(removalRow),
  incidents: fc
    .record({
      id,
      service,
      environment,
      severity: fc.constantFrom(...severities),
      openedMs: moment,
      resolvedMs: maybeMoment,
      causedBy: fc.option(id),
    })
    .map(incidentRow),
  services: fc.record({ name: word, dependsOn: fc.array(word), registered: fc.boolean() }).map(serviceRow),
  environments: fc.record({
    name: word,
    tier: fc.constantFrom(...tiers),
    order: moment,
    limitMs: moment,
    knownFrom: fc.constant(0),
    knownTo: fc.constant(null),
  }),
};
