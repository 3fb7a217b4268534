import * as v from 'valibot';
import { payload } from '../../../payload.ts';
import type { RawRecord } from '../../../row-identity.ts';
import type { WebhookEvent } from '../../../webhooks/webhook-source.ts';
import { pipelineEvent } from '../pipeline-claims.ts';
import { repository } from '../repository.ts';
import { type GithubRules, ruleFor } from '../rules.ts';

const shape = v.object({
  repository,
  sender: v.nullish(v.object({ login: v.string() })),
  workflow_job: v.object({
    id: v.number(),
    name: v.string(),
    workflow_name: v.nullish(v.string()),
    head_branch: v.nullish(v.string()),
    head_sha: v.string(),
    status: v.string(),
    conclusion: v.nullish(v.string()),
    started_at: v.string(),
    completed_at: v.nullish(v.string()),
  }),
});

/** A job runs once: another attempt has another id. */
export function readWorkflowJob(record: RawRecord, rules: GithubRules): WebhookEvent {
  const { workflow_job: job, repository, sender } = payload(shape, record, 'a workflow_job webhook of GitHub');
  const event = `workflow_job ${job.conclusion ?? job.status}`;
  const { name, workflow_name: workflow, head_branch: branch } = job;
  const rule = ruleFor(rules, { event: 'workflow_job', repository: repository.full_name, branch, workflow, name });
  if (typeof rule === 'string') return { event, ignored: rule };
  const pipeline = {
    event,
    repository,
    thing: `job/${job.id}`,
    ref: branch,
    sha: job.head_sha,
    startedAt: job.started_at,
    initiator: sender?.login,
    status: job.status,
    conclusion: job.conclusion,
    at: job.completed_at ?? job.started_at,
  };
  return pipelineEvent(pipeline, rule);
}
