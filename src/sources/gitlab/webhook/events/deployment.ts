import * as v from 'valibot';
import { payload } from '../../../payload.ts';
import { versionOfRef } from '../../../ref-version.ts';
import type { RawRecord } from '../../../row-identity.ts';
import type { WebhookEvent } from '../../../webhooks/webhook-source.ts';
import { statusNamed } from '../../deployment-status.ts';
import { gitlabTime, namesOf, project } from '../project.ts';
import { deploymentRuleFor, type GitlabRules } from '../rules.ts';

const shape = v.object({
  status: v.string(),
  status_changed_at: v.string(),
  deployment_id: v.number(),
  environment: v.string(),
  project,
  ref: v.nullish(v.string()),
  short_sha: v.string(),
  commit_url: v.nullish(v.string()),
  user: v.nullish(v.object({ username: v.string() })),
});

/**
 * A deployment and where it stands. The webhook does not say when the deployment was created, so it is the first word about it that
 * gives the time; what an import would add is known by the same key.
 */
export function readDeployment(record: RawRecord, rules: GitlabRules): WebhookEvent {
  const said = payload(shape, record, 'a deployment webhook of GitLab');
  const { environment, ref } = said;
  const event = `deployment ${said.status}`;
  if (said.status === 'approved' || said.status === 'rejected') {
    return { event, ignored: 'an approval does not say how the deployment goes' };
  }
  const status = statusNamed(said.status);
  const rule = deploymentRuleFor(rules, { project: said.project.path_with_namespace, environment, ref });
  if (rule?.ignore) return { event, ignored: `a rule leaves out deployments of ${ref} to ${environment}` };
  const { id, key, service } = namesOf(said.project, `deployment/${said.deployment_id}`);
  const commit = /\/commit\/([0-9a-f]{7,64})$/.exec(said.commit_url ?? '')?.[1] ?? said.short_sha;
  return {
    event,
    claims: [
      {
        type: 'deployment',
        id,
        idempotencyKey: key,
        service: rule?.service ?? service,
        version: versionOfRef(ref ?? '', commit),
        environment,
        status: 'pending',
        commit,
        ...(said.user ? { initiator: said.user.username } : {}),
      },
      {
        type: 'deployment-status',
        deployment: id,
        idempotencyKey: `${key}/status/${said.status}`,
        status,
        at: gitlabTime(said.status_changed_at),
      },
    ],
  };
}
