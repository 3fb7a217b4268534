import type { ClaimInput } from '../../../domain/claims/claim.ts';
import type { ReportedStatus } from '../../../domain/vocabulary.ts';
import { versionOfRef } from '../../ref-version.ts';
import type { WebhookEvent } from '../../webhooks/webhook-source.ts';
import { namesOf, type Repository } from './repository.ts';
import type { GithubRule } from './rules.ts';

/** A run, a job or a check that a rule makes a deployment. */
export interface Pipeline {
  readonly event: string;
  readonly repository: Repository;
  /** `run/42/1`: what it is, its id and where there are several its attempt. */
  readonly thing: string;
  readonly ref: string | null | undefined;
  readonly sha: string;
  readonly startedAt: string;
  readonly initiator: string | undefined;
  /** queued, in_progress or completed. */
  readonly status: string;
  readonly conclusion: string | null | undefined;
  readonly at: string;
}

const ends: Readonly<Record<string, ReportedStatus>> = {
  success: 'success',
  failure: 'failure',
  timed_out: 'failure',
  startup_failure: 'failure',
  cancelled: 'cancelled',
};

/**
 * What a run claims: that it was started, which no later delivery says differently, and what became of it. A run that ended without
 * having done anything (skipped, neutral, stale, waiting for a person) claims nothing.
 */
export function pipelineEvent(pipeline: Pipeline, rule: GithubRule): WebhookEvent {
  const { event, repository, status, conclusion, sha, initiator } = pipeline;
  if (status !== 'in_progress' && status !== 'completed') return { event, ignored: `it has not started (${status})` };
  const became = status === 'in_progress' ? 'in-progress' : ends[conclusion ?? ''];
  if (became === undefined) return { event, ignored: `it ended as "${conclusion}", having deployed nothing` };
  const { id, key } = namesOf(repository, pipeline.thing);
  const begun: ClaimInput = {
    type: 'deployment',
    id,
    idempotencyKey: key,
    service: rule.service ?? repository.name,
    version: versionOfRef(pipeline.ref ?? '', sha),
    environment: rule.environment,
    status: 'pending',
    startedAt: pipeline.startedAt,
    commit: sha,
    ...(initiator === undefined ? {} : { initiator }),
  };
  const report: ClaimInput = {
    type: 'deployment-status',
    deployment: id,
    idempotencyKey: `${key}/status/${conclusion ?? status}`,
    status: became,
    at: pipeline.at,
  };
  return { event, claims: [begun, report] };
}
