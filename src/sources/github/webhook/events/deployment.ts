import * as v from 'valibot';
import { payload } from '../../../payload.ts';
import type { RawRecord } from '../../../row-identity.ts';
import type { WebhookEvent } from '../../../webhooks/webhook-source.ts';
import { deploymentClaims } from '../../deployment-claims.ts';
import { statusClaims } from '../../status-claims.ts';
import { repository } from '../repository.ts';
import { deploymentRuleFor, type GithubRules } from '../rules.ts';

const created = v.object({
  repository,
  deployment: v.looseObject({ environment: v.string(), ref: v.string(), task: v.nullish(v.string()) }),
});
const reported = v.object({ ...created.entries, deployment_status: v.looseObject({ state: v.string() }) });

export function readDeployment(record: RawRecord, rules: GithubRules): WebhookEvent {
  return eventOf('deployment', payload(created, record, 'a deployment webhook of GitHub'), rules, () => []);
}

/** A status comes with its deployment, so that either may arrive first, or alone. */
export function readDeploymentStatus(record: RawRecord, rules: GithubRules): WebhookEvent {
  const said = payload(reported, record, 'a deployment_status webhook of GitHub');
  const { state } = said.deployment_status;
  return eventOf(`deployment_status ${state}`, said, rules, () => statusClaims(said.deployment_status));
}

function eventOf(
  event: string,
  { repository, deployment }: v.InferOutput<typeof created>,
  rules: GithubRules,
  reports: () => ReturnType<typeof statusClaims>,
): WebhookEvent {
  const { environment, ref } = deployment;
  const trait = { repository: repository.full_name, environment, ref, task: deployment.task ?? undefined };
  const rule = deploymentRuleFor(rules, trait);
  if (rule?.ignore) return { event, ignored: `a rule leaves out deployments of ${ref} to ${environment}` };
  return { event, claims: [...deploymentClaims(deployment, rule?.service), ...reports()] };
}
