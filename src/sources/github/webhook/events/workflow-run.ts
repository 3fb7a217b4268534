import * as v from 'valibot';
import { payload } from '../../../payload.ts';
import type { RawRecord } from '../../../row-identity.ts';
import type { WebhookEvent } from '../../../webhooks/webhook-source.ts';
import { pipelineEvent } from '../pipeline-claims.ts';
import { repository } from '../repository.ts';
import { type GithubRules, ruleFor } from '../rules.ts';

const shape = v.object({
  repository,
  workflow_run: v.object({
    id: v.number(),
    run_attempt: v.nullish(v.number()),
    name: v.nullish(v.string()),
    head_branch: v.nullish(v.string()),
    head_sha: v.string(),
    status: v.string(),
    conclusion: v.nullish(v.string()),
    created_at: v.string(),
    run_started_at: v.nullish(v.string()),
    updated_at: v.string(),
    actor: v.nullish(v.object({ login: v.string() })),
  }),
});

export function readWorkflowRun(record: RawRecord, rules: GithubRules): WebhookEvent {
  const { workflow_run: run, repository } = payload(shape, record, 'a workflow_run webhook of GitHub');
  const event = `workflow_run ${run.conclusion ?? run.status}`;
  const { name: workflow, head_branch: branch } = run;
  const rule = ruleFor(rules, { event: 'workflow_run', repository: repository.full_name, branch, workflow });
  if (typeof rule === 'string') return { event, ignored: rule };
  const pipeline = {
    event,
    repository,
    thing: `run/${run.id}/${run.run_attempt ?? 1}`,
    ref: branch,
    sha: run.head_sha,
    startedAt: run.run_started_at ?? run.created_at,
    initiator: run.actor?.login,
    status: run.status,
    conclusion: run.conclusion,
    at: run.updated_at,
  };
  return pipelineEvent(pipeline, rule);
}
