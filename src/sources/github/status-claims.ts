import * as v from 'valibot';
import type { ClaimInput } from '../../domain/claims/claim.ts';
import { LedgerError } from '../../domain/errors.ts';
import type { ReportedStatus } from '../../domain/vocabulary.ts';
import { payload } from '../payload.ts';
import type { RawRecord } from '../row-identity.ts';
import { githubDeployment } from './names.ts';

const status = v.object({
  id: v.number(),
  state: v.string(),
  deployment_url: v.string(),
  description: v.nullish(v.string()),
  created_at: v.string(),
});

/** The states of a deployment status; `inactive` only says that another deployment has taken its place. */
const statusOf: Readonly<Record<string, ReportedStatus | 'nothing'>> = {
  success: 'success',
  failure: 'failure',
  error: 'failure',
  in_progress: 'in-progress',
  queued: 'pending',
  pending: 'pending',
  waiting: 'pending',
  inactive: 'nothing',
};

/**
 * What a deployment status of GitHub's REST API claims, under a key of its own, since statuses are never changed.
 * @throws LedgerError `invalid` when it is no such object or its state is unknown.
 */
export function statusClaims(record: RawRecord): ClaimInput[] {
  const said = payload(status, record, 'a deployment status of GitHub');
  const { id, key } = githubDeployment(said.deployment_url);
  const became = Object.hasOwn(statusOf, said.state) ? statusOf[said.state] : undefined;
  if (became === undefined) {
    throw new LedgerError('invalid', `"${said.state}" is not a state of a deployment on GitHub`, {
      field: 'state',
      hint: `one of: ${Object.keys(statusOf).join(', ')}`,
    });
  }
  if (became === 'nothing') return [];
  return [
    {
      type: 'deployment-status',
      deployment: id,
      idempotencyKey: `${key}/status/${said.id}`,
      status: became,
      at: said.created_at,
      ...(said.description ? { message: said.description } : {}),
    },
  ];
}
