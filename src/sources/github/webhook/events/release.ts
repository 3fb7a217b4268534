import * as v from 'valibot';
import { payload } from '../../../payload.ts';
import type { RawRecord } from '../../../row-identity.ts';
import type { WebhookEvent } from '../../../webhooks/webhook-source.ts';
import { namesOf, repository } from '../repository.ts';
import { type GithubRules, ruleFor } from '../rules.ts';

const shape = v.object({
  action: v.string(),
  repository,
  release: v.object({
    id: v.number(),
    tag_name: v.string(),
    target_commitish: v.nullish(v.string()),
    name: v.nullish(v.string()),
    published_at: v.nullish(v.string()),
    author: v.nullish(v.object({ login: v.string() })),
  }),
});

/** A release counts when it is published; it is then in everybody's hands, so a rule may call that a deployment. */
export function readRelease(record: RawRecord, rules: GithubRules): WebhookEvent {
  const { action, release, repository } = payload(shape, record, 'a release webhook of GitHub');
  const event = `release ${action}`;
  const { tag_name: tag, target_commitish: branch, name, published_at: finishedAt } = release;
  const rule = ruleFor(rules, { event: 'release', repository: repository.full_name, branch, tag, name });
  if (typeof rule === 'string') return { event, ignored: rule };
  if (action !== 'published' || !finishedAt) return { event, ignored: 'only that it is published counts' };
  const { id, key } = namesOf(repository, `release/${release.id}`);
  return {
    event,
    claims: [
      {
        type: 'deployment',
        id,
        idempotencyKey: key,
        service: rule.service ?? repository.name,
        version: tag,
        environment: rule.environment,
        status: 'success',
        finishedAt,
        ...(release.author ? { initiator: release.author.login } : {}),
      },
    ],
  };
}
