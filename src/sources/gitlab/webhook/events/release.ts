import * as v from 'valibot';
import { payload } from '../../../payload.ts';
import type { RawRecord } from '../../../row-identity.ts';
import type { WebhookEvent } from '../../../webhooks/webhook-source.ts';
import { gitlabTime, namesOf, project } from '../project.ts';
import { type GitlabRules, ruleFor } from '../rules.ts';

const shape = v.object({
  id: v.number(),
  action: v.string(),
  name: v.nullish(v.string()),
  tag: v.string(),
  released_at: v.string(),
  commit: v.nullish(v.object({ id: v.string() })),
  project,
});

export function readRelease(record: RawRecord, rules: GitlabRules): WebhookEvent {
  const said = payload(shape, record, 'a release webhook of GitLab');
  const { tag, name, project } = said;
  const event = `release ${said.action}`;
  const rule = ruleFor(rules, { event: 'release', project: project.path_with_namespace, tag, name });
  if (typeof rule === 'string') return { event, ignored: rule };
  if (said.action !== 'create') return { event, ignored: 'only that it is made counts' };
  const { id, key, service } = namesOf(project, `release/${said.id}`);
  return {
    event,
    claims: [
      {
        type: 'deployment',
        id,
        idempotencyKey: key,
        service: rule.service ?? service,
        version: tag,
        environment: rule.environment,
        status: 'success',
        finishedAt: gitlabTime(said.released_at),
        ...(said.commit ? { commit: said.commit.id } : {}),
      },
    ],
  };
}
