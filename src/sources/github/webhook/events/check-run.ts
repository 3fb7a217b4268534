import * as v from 'valibot';
import { payload } from '../../../payload.ts';
import type { RawRecord } from '../../../row-identity.ts';
import type { WebhookEvent } from '../../../webhooks/webhook-source.ts';
import { pipelineEvent } from '../pipeline-claims.ts';
import { repository } from '../repository.ts';
import { type GithubRules, ruleFor } from '../rules.ts';

const shape = v.object({
  repository,
  check_run: v.object({
    id: v.number(),
    name: v.string(),
    head_sha: v.string(),
    status: v.string(),
    conclusion: v.nullish(v.string()),
    started_at: v.string(),
    completed_at: v.nullish(v.string()),
    check_suite: v.nullish(v.object({ head_branch: v.nullish(v.string()) })),
  }),
});

export function readCheckRun(record: RawRecord, rules: GithubRules): WebhookEvent {
  const { check_run: check, repository } = payload(shape, record, 'a check_run webhook of GitHub');
  const event = `check_run ${check.conclusion ?? check.status}`;
  const branch = check.check_suite?.head_branch;
  const rule = ruleFor(rules, { event: 'check_run', repository: repository.full_name, branch, name: check.name });
  if (typeof rule === 'string') return { event, ignored: rule };
  const pipeline = {
    event,
    repository,
    thing: `check/${check.id}`,
    ref: branch,
    sha: check.head_sha,
    startedAt: check.started_at,
    initiator: undefined,
    status: check.status,
    conclusion: check.conclusion,
    at: check.completed_at ?? check.started_at,
  };
  return pipelineEvent(pipeline, rule);
}
