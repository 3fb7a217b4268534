import * as v from 'valibot';
import type { DeploymentDetail, DeploymentView, FactView } from '../../../../app/views.ts';
import { kinds, statuses } from '../../../../domain/vocabulary.ts';
import { incidentShape } from './incident.ts';
import { integer } from './integer.ts';
import { rollbackShape } from './rollback.ts';

const text = v.nullable(v.string());
const fields = v.record(v.string(), v.unknown());
const progress = v.record(v.string(), v.union([v.string(), v.number(), v.boolean(), v.record(v.string(), v.number())]));

export const deploymentShape = v.strictObject({
  id: v.string(),
  service: v.string(),
  version: v.string(),
  environment: v.string(),
  region: text,
  strategy: v.string(),
  status: v.picklist(statuses),
  startedAt: text,
  finishedAt: text,
  durationMs: v.nullable(integer),
  previousVersion: text,
  kind: v.picklist(kinds),
  initiator: text,
  approvedBy: v.array(v.string()),
  changeId: text,
  parentId: text,
  planned: v.nullable(v.boolean()),
  remediates: v.array(v.string()),
  cluster: text,
  replicas: v.nullable(integer),
  artifact: text,
  commit: text,
  commitCount: integer,
  progress: v.pipe(progress, v.description('How far its strategy got: what is in it depends on the strategy')),
  window: text,
  downtimeExpected: v.nullable(v.boolean()),
  message: text,
  metadata: v.nullable(fields),
  disputed: v.pipe(v.boolean(), v.description('Whether reports about it contradict one another')),
  undone: v.pipe(v.boolean(), v.description('Whether a rollback went back behind it')),
  rolledBackAt: text,
  rolledBackBy: text,
  recordedAt: v.string(),
  index: integer,
  leafHash: v.string(),
}) satisfies v.GenericSchema<unknown, DeploymentView>;

export const factShape = v.strictObject({
  index: integer,
  leafHash: v.string(),
  type: v.string(),
  occurredAt: v.string(),
  recordedAt: v.string(),
  source: v.string(),
  data: fields,
}) satisfies v.GenericSchema<unknown, FactView>;

export const deploymentDetailShape = v.strictObject({
  ...deploymentShape.entries,
  commits: v.array(v.strictObject({ sha: v.string(), committedAt: v.string() })),
  facts: v.array(factShape),
  rollback: v.nullable(rollbackShape),
  incidents: v.array(incidentShape),
  targets: v.array(deploymentShape),
  proof: v.pipe(
    text,
    v.description('The C2SP tlog-proof of the fact that recorded it; null while no checkpoint covers it'),
  ),
}) satisfies v.GenericSchema<unknown, DeploymentDetail>;
