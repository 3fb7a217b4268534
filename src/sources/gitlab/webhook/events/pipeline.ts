import * as v from 'valibot';
import { payload } from '../../../payload.ts';
import type { RawRecord } from '../../../row-identity.ts';
import type { WebhookEvent } from '../../../webhooks/webhook-source.ts';
import { pipelineEvent } from '../pipeline-event.ts';
import { project } from '../project.ts';
import { type GitlabRules, ruleFor } from '../rules.ts';

const shape = v.object({
  object_attributes: v.object({
    id: v.number(),
    ref: v.string(),
    tag: v.boolean(),
    sha: v.string(),
    status: v.string(),
    created_at: v.string(),
    finished_at: v.nullish(v.string()),
  }),
  user: v.nullish(v.object({ username: v.string() })),
  project,
});

export function readPipeline(record: RawRecord, rules: GitlabRules): WebhookEvent {
  const { object_attributes: run, project, user } = payload(shape, record, 'a pipeline webhook of GitLab');
  const event = `pipeline ${run.status}`;
  const place = run.tag ? { tag: run.ref } : { branch: run.ref };
  const rule = ruleFor(rules, { event: 'pipeline', project: project.path_with_namespace, ...place });
  if (typeof rule === 'string') return { event, ignored: rule };
  const pipeline = {
    event,
    project,
    thing: `pipeline/${run.id}`,
    ref: run.ref,
    tag: run.tag,
    sha: run.sha,
    status: run.status,
    startedAt: run.created_at,
    finishedAt: run.finished_at,
    initiator: user?.username,
  };
  return pipelineEvent(pipeline, rule);
}
