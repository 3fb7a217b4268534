import type { MappingInput } from '../webhooks/generic/mapping.ts';
import { argoRollouts } from './argo-rollouts.ts';
import { argocd } from './argocd.ts';
import { azureDevops } from './azure-devops.ts';
import { bitbucket } from './bitbucket.ts';
import { buildkite } from './buildkite.ts';
import { circleci } from './circleci.ts';
import { flux } from './flux.ts';
import { jenkins } from './jenkins.ts';
import { opsgenie } from './opsgenie.ts';
import { sentry } from './sentry.ts';
import { spinnaker } from './spinnaker.ts';

/** The mappings that come with the program, by the name of the source. A mapping of the same name in the settings takes its place. */
export const shippedMappings: Readonly<Record<string, MappingInput>> = {
  argocd,
  'argo-rollouts': argoRollouts,
  'azure-devops': azureDevops,
  bitbucket,
  buildkite,
  circleci,
  flux,
  jenkins,
  opsgenie,
  sentry,
  spinnaker,
};
