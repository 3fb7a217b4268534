import { LedgerError } from '../../../domain/errors.ts';
import { parseJson } from '../../json/parse-json.ts';
import { asRecord } from '../../json/translate-json.ts';
import type { RawRecord } from '../../row-identity.ts';
import { readTextBody } from '../../webhooks/read-json-body.ts';
import { hmacOfBody } from '../../webhooks/schemes/hmac-of-body.ts';
import type { SourceSettings } from '../../webhooks/source-settings.ts';
import type { WebhookEvent, WebhookRequest, WebhookSource } from '../../webhooks/webhook-source.ts';
import { readCheckRun } from './events/check-run.ts';
import { readDeployment, readDeploymentStatus } from './events/deployment.ts';
import { readPullRequest } from './events/pull-request.ts';
import { readPush } from './events/push.ts';
import { readRelease } from './events/release.ts';
import { readWorkflowJob } from './events/workflow-job.ts';
import { readWorkflowRun } from './events/workflow-run.ts';
import { githubExample } from './github-example.ts';
import { type GithubRules, parseGithubRules } from './rules.ts';

type Reader = (record: RawRecord, rules: GithubRules) => WebhookEvent;

const readers: ReadonlyMap<string, Reader> = new Map([
  ['deployment', readDeployment],
  ['deployment_status', readDeploymentStatus],
  ['workflow_run', readWorkflowRun],
  ['workflow_job', readWorkflowJob],
  ['check_run', readCheckRun],
  ['release', readRelease],
  ['push', readPush],
  ['pull_request', readPullRequest],
  ['ping', () => ({ event: 'ping', ignored: 'GitHub only says that the webhook is set up' })],
]);

/**
 * Webhooks of GitHub (https://docs.github.com/webhooks/webhook-events-and-payloads). Deployments and their statuses count; whatever else
 * happens in a repository is a deployment only where a rule says so.
 * @throws LedgerError `invalid` for rules that are none.
 */
export function githubSource({ rules: given }: SourceSettings): WebhookSource {
  const rules = parseGithubRules(given);
  return {
    name: 'github',
    schemes: [hmacOfBody('x-hub-signature-256', 'sha256=')],
    takesTokens: false,
    reads: ['x-github-event', 'content-type'],
    deliveryId: 'x-github-delivery',
    read(request) {
      const event = request.headers['x-github-event'];
      if (event === undefined) {
        throw new LedgerError('invalid', 'a webhook of GitHub names its event in X-GitHub-Event, and this has none');
      }
      const read = readers.get(event);
      if (read === undefined) return [{ event, ignored: `a webhook of ${event} says nothing about deployments` }];
      return [read(asRecord(parseJson(jsonOf(request))), rules)];
    },
    example: githubExample,
  };
}

/** GitHub sends JSON as it is, or in the field `payload` of a form. */
function jsonOf({ headers, body }: WebhookRequest): string {
  const text = readTextBody(body);
  if (!headers['content-type']?.startsWith('application/x-www-form-urlencoded')) return text;
  return new URLSearchParams(text).get('payload') ?? '';
}
