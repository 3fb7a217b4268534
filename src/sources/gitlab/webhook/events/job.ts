import * as v from 'valibot';
import { payload } from '../../../payload.ts';
import type { RawRecord } from '../../../row-identity.ts';
import type { WebhookEvent } from '../../../webhooks/webhook-source.ts';
import { pipelineEvent } from '../pipeline-event.ts';
import { project } from '../project.ts';
import { type GitlabRules, ruleFor } from '../rules.ts';

const shape = v.object({
  ref: v.string(),
  tag: v.boolean(),
  sha: v.string(),
  build_id: v.number(),
  build_name: v.string(),
  build_status: v.string(),
  build_created_at: v.string(),
  build_started_at: v.nullish(v.string()),
  build_finished_at: v.nullish(v.string()),
  user: v.nullish(v.object({ username: v.string() })),
  project,
});

/** A job, which GitLab calls a build in its webhooks. */
export function readJob(record: RawRecord, rules: GitlabRules): WebhookEvent {
  const said = payload(shape, record, 'a job webhook of GitLab');
  const event = `job ${said.build_status}`;
  const place = said.tag ? { tag: said.ref } : { branch: said.ref };
  const trait = { event: 'job', project: said.project.path_with_namespace, name: said.build_name, ...place } as const;
  const rule = ruleFor(rules, trait);
  if (typeof rule === 'string') return { event, ignored: rule };
  const pipeline = {
    event,
    project: said.project,
    thing: `job/${said.build_id}`,
    ref: said.ref,
    tag: said.tag,
    sha: said.sha,
    status: said.build_status,
    startedAt: said.build_started_at ?? said.build_created_at,
    finishedAt: said.build_finished_at,
    initiator: said.user?.username,
  };
  return pipelineEvent(pipeline, rule);
}
