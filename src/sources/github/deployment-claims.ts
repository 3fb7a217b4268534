import * as v from 'valibot';
import type { ClaimInput } from '../../domain/claims/claim.ts';
import { payload } from '../payload.ts';
import { versionOfRef } from '../ref-version.ts';
import type { RawRecord } from '../row-identity.ts';
import { githubDeployment } from './names.ts';

const deployment = v.object({
  url: v.string(),
  sha: v.string(),
  ref: v.string(),
  environment: v.string(),
  original_environment: v.nullish(v.string()),
  description: v.nullish(v.string()),
  creator: v.nullish(v.object({ login: v.string() })),
  created_at: v.string(),
});

/**
 * What a deployment object of GitHub's REST API claims. That is only what cannot change any more, so that a later import says
 * the same: that it was asked for when it was created. What became of it is in its statuses.
 * @throws LedgerError `invalid` when it is no such object.
 */
export function deploymentClaims(record: RawRecord, service: string | undefined): ClaimInput[] {
  const said = payload(deployment, record, 'a deployment of GitHub');
  const { id, key, repository } = githubDeployment(said.url);
  const environment = said.original_environment ?? said.environment;
  const claims: ClaimInput[] = [
    {
      type: 'deployment',
      id,
      idempotencyKey: key,
      service: service ?? repository,
      version: versionOfRef(said.ref, said.sha),
      environment,
      status: 'pending',
      startedAt: said.created_at,
      commit: said.sha,
      ...(said.creator ? { initiator: said.creator.login } : {}),
      ...(said.description ? { message: said.description } : {}),
    },
  ];
  // A status may carry a deployment over to another environment; the object then names both.
  if (said.environment !== environment) {
    claims.push({
      type: 'correction',
      deployment: id,
      idempotencyKey: `${key}/environment/${said.environment}`,
      set: { environment: said.environment },
      reason: `moved from ${environment} to ${said.environment} on GitHub`,
      at: said.created_at,
    });
  }
  return claims;
}
