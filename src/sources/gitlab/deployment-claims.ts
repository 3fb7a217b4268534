import * as v from 'valibot';
import type { ClaimInput } from '../../domain/claims/claim.ts';
import { LedgerError } from '../../domain/errors.ts';
import type { ReportedStatus } from '../../domain/vocabulary.ts';
import { payload } from '../payload.ts';
import { versionOfRef } from '../ref-version.ts';
import type { RawRecord } from '../row-identity.ts';
import { statusNamed } from './deployment-status.ts';
import { type GitlabProject, projectOfPipeline } from './names.ts';

const time = v.nullish(v.string());
const user = v.nullish(v.object({ username: v.string() }));
const deployment = v.object({
  id: v.number(),
  ref: v.string(),
  sha: v.string(),
  status: v.string(),
  created_at: v.string(),
  updated_at: time,
  finished_at: time,
  user,
  environment: v.object({ name: v.string() }),
  deployable: v.nullish(
    v.object({
      tag: v.nullish(v.boolean()),
      started_at: time,
      finished_at: time,
      user,
      pipeline: v.nullish(v.object({ web_url: v.nullish(v.string()) })),
    }),
  ),
});
type Deployment = v.InferOutput<typeof deployment>;

/**
 * What a deployment object of GitLab's REST API claims. The deployment itself says only what cannot change any more; that it
 * started and how it ended are reports of their own, keyed by its id and status, so that a later import adds what became of it.
 * @throws LedgerError `invalid` when it is no such object, its status is unknown, or nothing says which project it is of.
 */
export function deploymentClaims(
  record: RawRecord,
  options: { readonly service?: string | undefined; readonly project?: GitlabProject | undefined },
): ClaimInput[] {
  const said = payload(deployment, record, 'a deployment of GitLab');
  const { host, path } = options.project ?? projectOf(said);
  const id = `gitlab:${host === 'gitlab.com' ? '' : `${host}/`}${path}:${said.id}`;
  const key = `gitlab:${host}/${path}/deployment/${said.id}`;
  const initiator = (said.user ?? said.deployable?.user)?.username;
  return [
    {
      type: 'deployment',
      id,
      idempotencyKey: key,
      service: options.service ?? path.slice(path.lastIndexOf('/') + 1),
      version: versionOfRef(said.ref, said.sha, said.deployable?.tag ?? undefined),
      environment: said.environment.name,
      status: 'pending',
      startedAt: said.created_at,
      commit: said.sha,
      ...(initiator === undefined ? {} : { initiator }),
    },
    ...reportsOf(said).map(({ status, word, at }) => ({
      type: 'deployment-status' as const,
      deployment: id,
      idempotencyKey: `${key}/status/${word}`,
      status,
      at,
    })),
  ];
}

interface Report {
  readonly word: string;
  readonly status: ReportedStatus;
  readonly at: string;
}

function reportsOf(said: Deployment): Report[] {
  const status = statusNamed(said.status);
  if (status === 'pending') return [];
  const changedAt = said.updated_at ?? said.created_at;
  const started = said.deployable?.started_at ?? (status === 'in-progress' ? changedAt : undefined);
  const start: Report[] = started ? [{ word: 'running', status: 'in-progress', at: started }] : [];
  if (status === 'in-progress') return start;
  const end = said.deployable?.finished_at ?? said.finished_at ?? changedAt;
  return [...start, { word: said.status, status, at: end }];
}

function projectOf(said: Deployment): GitlabProject {
  const project = projectOfPipeline(said.deployable?.pipeline?.web_url ?? '');
  if (project !== undefined) return project;
  throw new LedgerError('invalid', `nothing says of which project deployment ${said.id} is`, {
    field: 'deployable',
    hint: 'name it: --project https://gitlab.example/group/project',
  });
}
