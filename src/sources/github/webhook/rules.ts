import * as v from 'valibot';
import { name } from '../../../domain/claims/fields.ts';
import { chooseRule, noRuleFor, type Trait } from '../../webhooks/choose-rule.ts';
import { parseSettings } from '../../webhooks/parse-settings.ts';

const place = 'sources.github.rules';
const pattern = v.optional(name);
const service = v.optional(name);

/** What deployments of GitHub count, and as which service. The first rule that fits decides; without one, they count. */
const deploymentRule = v.strictObject({
  event: v.literal('deployment'),
  repository: pattern,
  environment: pattern,
  ref: pattern,
  task: pattern,
  service,
  ignore: v.optional(v.boolean()),
});

/** What else counts as a deployment, and to which environment. Names fit as they are or with `*` for anything. */
const otherRule = v.strictObject({
  event: v.picklist(['workflow_run', 'workflow_job', 'check_run', 'release', 'push', 'pull_request']),
  /** With its owner. */
  repository: pattern,
  branch: pattern,
  tag: pattern,
  workflow: pattern,
  /** Of a job, a check or a release. */
  name: pattern,
  environment: name,
  service,
});

const rules = v.optional(v.array(v.variant('event', [deploymentRule, otherRule])), []);

export type GithubRules = v.InferOutput<typeof rules>;
export type GithubRule = v.InferOutput<typeof otherRule>;
type DeploymentRule = v.InferOutput<typeof deploymentRule>;

/** @throws LedgerError `invalid` for what are no rules. */
export function parseGithubRules(value: unknown): GithubRules {
  return parseSettings(rules, value ?? undefined, place);
}

/** The first rule that names it, or in words that none does. */
export function ruleFor(
  rules: GithubRules,
  trait: Trait & { readonly event: GithubRule['event'] },
): GithubRule | string {
  const others = rules.filter((rule): rule is GithubRule => rule.event !== 'deployment');
  const patterns = ['repository', 'branch', 'tag', 'workflow', 'name'] as const;
  return chooseRule(others, trait, patterns) ?? noRuleFor(others, trait, place);
}

/** The rule for a deployment; undefined when it counts as it is. */
export function deploymentRuleFor(rules: GithubRules, names: Omit<Trait, 'event'>): DeploymentRule | undefined {
  const deployments = rules.filter((rule): rule is DeploymentRule => rule.event === 'deployment');
  return chooseRule(deployments, { ...names, event: 'deployment' }, ['repository', 'environment', 'ref', 'task']);
}
