import * as v from 'valibot';
import { name } from '../../../domain/claims/fields.ts';
import { chooseRule, noRuleFor, type Trait } from '../../webhooks/choose-rule.ts';
import { parseSettings } from '../../webhooks/parse-settings.ts';

const place = 'sources.gitlab.rules';
const pattern = v.optional(name);
const service = v.optional(name);

/** Which deployments of GitLab count, and as which service. The first rule that fits decides; without one, they count. */
const deploymentRule = v.strictObject({
  event: v.literal('deployment'),
  project: pattern,
  environment: pattern,
  ref: pattern,
  service,
  ignore: v.optional(v.boolean()),
});

/** What else counts as a deployment, and to which environment. Names fit as they are or with `*` for anything. */
const otherRule = v.strictObject({
  event: v.picklist(['pipeline', 'job', 'release', 'feature_flag']),
  /** With its groups. */
  project: pattern,
  branch: pattern,
  tag: pattern,
  /** Of a job, a release or a flag. */
  name: pattern,
  environment: name,
  service,
});

const rules = v.optional(v.array(v.variant('event', [deploymentRule, otherRule])), []);

export type GitlabRules = v.InferOutput<typeof rules>;
export type GitlabRule = v.InferOutput<typeof otherRule>;
type DeploymentRule = v.InferOutput<typeof deploymentRule>;

/** @throws LedgerError `invalid` for what are no rules. */
export function parseGitlabRules(value: unknown): GitlabRules {
  return parseSettings(rules, value ?? undefined, place);
}

/** The first rule that names it, or in words that none does. */
export function ruleFor(
  rules: GitlabRules,
  trait: Trait & { readonly event: GitlabRule['event'] },
): GitlabRule | string {
  const others = rules.filter((rule): rule is GitlabRule => rule.event !== 'deployment');
  return chooseRule(others, trait, ['project', 'branch', 'tag', 'name']) ?? noRuleFor(others, trait, place);
}

/** The rule for a deployment; undefined when it counts as it is. */
export function deploymentRuleFor(rules: GitlabRules, names: Omit<Trait, 'event'>): DeploymentRule | undefined {
  const deployments = rules.filter((rule): rule is DeploymentRule => rule.event === 'deployment');
  return chooseRule(deployments, { ...names, event: 'deployment' }, ['project', 'environment', 'ref']);
}
