import * as v from 'valibot';
import { payload } from '../../../payload.ts';
import type { RawRecord } from '../../../row-identity.ts';
import type { WebhookEvent } from '../../../webhooks/webhook-source.ts';
import { namesOf, project } from '../project.ts';
import { type GitlabRules, ruleFor } from '../rules.ts';

const shape = v.object({
  object_attributes: v.object({ id: v.number(), name: v.string(), active: v.boolean() }),
  user: v.nullish(v.object({ username: v.string() })),
  project,
});

/**
 * A flag that was switched. GitLab gives neither the change an id nor a time, so it happened when it is heard of, and a delivery is
 * the only thing that tells two changes apart.
 */
export function readFeatureFlag(record: RawRecord, rules: GitlabRules): WebhookEvent {
  const { object_attributes: flag, project, user } = payload(shape, record, 'a feature flag webhook of GitLab');
  const version = flag.active ? 'on' : 'off';
  const event = `feature_flag ${flag.name} ${version}`;
  const trait = { event: 'feature_flag', project: project.path_with_namespace, name: flag.name } as const;
  const rule = ruleFor(rules, trait);
  if (typeof rule === 'string') return { event, ignored: rule };
  return {
    event,
    claims: [
      {
        type: 'deployment',
        service: rule.service ?? `${namesOf(project, '').service}/${flag.name}`,
        version,
        environment: rule.environment,
        kind: 'feature-flag',
        strategy: 'feature-flag',
        progress: { flag: flag.name },
        ...(user ? { initiator: user.username } : {}),
      },
    ],
  };
}
