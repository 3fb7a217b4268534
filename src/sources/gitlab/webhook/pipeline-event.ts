import type { ReportedStatus } from '../../../domain/vocabulary.ts';
import { versionOfRef } from '../../ref-version.ts';
import type { WebhookEvent } from '../../webhooks/webhook-source.ts';
import { gitlabTime, namesOf, type Project } from './project.ts';
import type { GitlabRule } from './rules.ts';

/** A pipeline or a job that a rule makes a deployment. */
export interface Pipeline {
  readonly event: string;
  readonly project: Project;
  /** `pipeline/36` or `job/657`. */
  readonly thing: string;
  readonly ref: string;
  readonly tag: boolean;
  readonly sha: string;
  readonly status: string;
  readonly startedAt: string;
  readonly finishedAt: string | null | undefined;
  readonly initiator: string | undefined;
}

const statuses: Readonly<Record<string, ReportedStatus>> = {
  running: 'in-progress',
  success: 'success',
  failed: 'failure',
  canceled: 'cancelled',
};

/** What a pipeline claims: that it began, which no later delivery says differently, and what became of it. */
export function pipelineEvent(pipeline: Pipeline, rule: GitlabRule): WebhookEvent {
  const { event, project, thing, ref, sha, tag, finishedAt, initiator } = pipeline;
  const status = Object.hasOwn(statuses, pipeline.status) ? statuses[pipeline.status] : undefined;
  const at = status === 'in-progress' ? pipeline.startedAt : finishedAt;
  if (status === undefined || !at) return { event, ignored: `it has done nothing yet (${pipeline.status})` };
  const { id, key, service } = namesOf(project, thing);
  return {
    event,
    claims: [
      {
        type: 'deployment',
        id,
        idempotencyKey: key,
        service: rule.service ?? service,
        version: versionOfRef(ref, sha, tag),
        environment: rule.environment,
        status: 'pending',
        startedAt: gitlabTime(pipeline.startedAt),
        commit: sha,
        ...(initiator === undefined ? {} : { initiator }),
      },
      {
        type: 'deployment-status',
        deployment: id,
        idempotencyKey: `${key}/status/${pipeline.status}`,
        status,
        at: gitlabTime(at),
      },
    ],
  };
}
