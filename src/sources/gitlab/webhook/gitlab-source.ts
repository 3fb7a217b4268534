import type { RawRecord } from '../../row-identity.ts';
import { readJsonObject } from '../../webhooks/read-json-body.ts';
import { sharedToken } from '../../webhooks/schemes/shared-token.ts';
import { standardWebhooks } from '../../webhooks/schemes/standard-webhooks.ts';
import type { SourceSettings } from '../../webhooks/source-settings.ts';
import type { WebhookEvent, WebhookSource } from '../../webhooks/webhook-source.ts';
import { readDeployment } from './events/deployment.ts';
import { readFeatureFlag } from './events/feature-flag.ts';
import { readJob } from './events/job.ts';
import { readPipeline } from './events/pipeline.ts';
import { readRelease } from './events/release.ts';
import { gitlabExample } from './gitlab-example.ts';
import { type GitlabRules, parseGitlabRules } from './rules.ts';

type Reader = (record: RawRecord, rules: GitlabRules) => WebhookEvent;

const readers: ReadonlyMap<unknown, Reader> = new Map([
  ['deployment', readDeployment],
  ['pipeline', readPipeline],
  ['build', readJob],
  ['release', readRelease],
  ['feature_flag', readFeatureFlag],
]);

/**
 * Webhooks of GitLab (https://docs.gitlab.com/user/project/integrations/webhook_events/), signed as Standard Webhooks or with a secret
 * token. Deployments count; whatever else happens in a project is a deployment only where a rule says so.
 * @throws LedgerError `invalid` for rules that are none.
 */
export function gitlabSource({ rules: given }: SourceSettings): WebhookSource {
  const rules = parseGitlabRules(given);
  return {
    name: 'gitlab',
    schemes: [standardWebhooks, sharedToken('x-gitlab-token')],
    takesTokens: false,
    reads: ['x-gitlab-event'],
    deliveryId: 'idempotency-key',
    read(request) {
      const record = readJsonObject(request);
      const event = String(record['object_kind'] ?? request.headers['x-gitlab-event']);
      const read = readers.get(record['object_kind']);
      if (read === undefined) return [{ event, ignored: `a webhook of ${event} says nothing about deployments` }];
      return [read(record, rules)];
    },
    example: gitlabExample,
  };
}
