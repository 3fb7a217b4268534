import * as v from 'valibot';
import { payload } from '../../../payload.ts';
import { versionOfRef } from '../../../ref-version.ts';
import type { RawRecord } from '../../../row-identity.ts';
import type { WebhookEvent } from '../../../webhooks/webhook-source.ts';
import { namesOf, repository } from '../repository.ts';
import { type GithubRules, ruleFor } from '../rules.ts';

const shape = v.object({
  action: v.string(),
  repository,
  pull_request: v.object({
    number: v.number(),
    title: v.string(),
    base: v.object({ ref: v.string() }),
    merged: v.nullish(v.boolean()),
    merged_at: v.nullish(v.string()),
    merge_commit_sha: v.nullish(v.string()),
    merged_by: v.nullish(v.object({ login: v.string() })),
  }),
});

/** A pull request counts when it is merged, where a rule says that merging is deploying. */
export function readPullRequest(record: RawRecord, rules: GithubRules): WebhookEvent {
  const { action, repository, pull_request: pull } = payload(shape, record, 'a pull_request webhook of GitHub');
  const event = `pull_request ${action}`;
  const rule = ruleFor(rules, { event: 'pull_request', repository: repository.full_name, branch: pull.base.ref });
  if (typeof rule === 'string') return { event, ignored: rule };
  const { merged, merged_at: finishedAt, merge_commit_sha: sha } = pull;
  if (action !== 'closed' || !merged || !finishedAt || !sha) {
    return { event, ignored: 'only that it is merged counts' };
  }
  const { id, key } = namesOf(repository, `pull/${pull.number}`);
  return {
    event,
    claims: [
      {
        type: 'deployment',
        id,
        idempotencyKey: key,
        service: rule.service ?? repository.name,
        version: versionOfRef('', sha),
        environment: rule.environment,
        status: 'success',
        finishedAt,
        commit: sha,
        changeId: `#${pull.number}`,
        message: pull.title,
        ...(pull.merged_by ? { initiator: pull.merged_by.login } : {}),
      },
    ],
  };
}
