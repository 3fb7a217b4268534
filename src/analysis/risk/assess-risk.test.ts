import { expect, test } from 'vitest';
import { aChange } from '../../../test/support/changes.ts';
import { incidentRow } from '../../../test/support/rows.ts';
import { servicesDependingOn } from '../../../test/support/service-graphs.ts';
import { buildDependencyGraph } from '../dependencies/dependency-graph.ts';
import { assessRisk, type RiskEvidence } from './assess-risk.ts';

const day = 86_400_000;
const changes = [true, false, true, true].map((failed, index) =>
  aChange({ id: `db-${index}`, service: 'db', finishedMs: index * day, failed }),
);
const evidence: RiskEvidence = {
  graph: buildDependencyGraph(servicesDependingOn({ web: ['api'], api: ['db', 'lost'], db: [] }, { api: 'gold' })),
  changes: [...changes, aChange({ id: 'web-0', service: 'web' })],
  openIncidents: new Map([['db', [incidentRow({ id: 'INC-1', service: 'db' })]]]),
  lastDeployedMs: new Map([
    ['db', 3 * day],
    ['web', 60_000],
  ]),
  atMs: 40 * day,
};

test('puts first what fails often and is needed by many', () => {
  const { services, prior } = assessRisk(evidence);
  expect(services.map(({ service }) => service)).toEqual(['db', 'api', 'web']);
  expect(prior).toMatchObject({ strength: 1, mean: 3.5 / 6 });
  const db = services[0];
  expect(db).toMatchObject({ failed: 3, changes: 4, failures: ['db-3', 'db-2', 'db-0'], dependents: { total: 2 } });
  expect(db?.probability.value).toBeCloseTo((3.5 / 6 + 3) / 5, 12);
  expect(db?.score).toBeCloseTo((3 * (3.5 / 6 + 3)) / 5, 12);
});

test('names what else speaks of risk, with the incidents and deployments behind it', () => {
  const [db, api, web] = assessRisk(evidence).services;
  expect(db?.factors).toEqual([
    { name: 'open-incidents', value: 1, unit: 'incidents', ids: ['INC-1'] },
    { name: 'failure-streak', value: 2, unit: 'changes', ids: ['db-3', 'db-2'] },
    { name: 'days-since-deployment', value: 37, unit: 'd', ids: [] },
  ]);
  expect(api?.factors).toEqual([]);
  expect(web?.factors).toMatchObject([{ name: 'days-since-deployment', value: 39 }]);
});

test('learns nothing from a window without changes', () => {
  expect(assessRisk({ ...evidence, changes: [] })).toEqual({ prior: null, services: [] });
});

test('says the same whatever the order of arrival', () => {
  expect(assessRisk({ ...evidence, changes: evidence.changes.toReversed() })).toEqual(assessRisk(evidence));
});
