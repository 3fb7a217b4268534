import type { TokenEvidence } from '../../../domain/facts/token.ts';
import type { IdentityClaims } from './ci-rule.ts';

/** Parts of a subject that say who set a run off, where its owner had GitHub put that in. */
const personInSubject = /(^|:)(actor|actor_id|user_login|user_email|user_id):/;

/** What is kept in the clear of a run's claims, of GitHub (https://docs.github.com/actions, OIDC) or of GitLab (CI ID tokens). */
export function evidenceIn(claims: IdentityClaims): TokenEvidence {
  const subject = textIn(claims, 'sub');
  return {
    commit: textIn(claims, 'sha'),
    issuer: textIn(claims, 'iss') ?? '',
    repository: textIn(claims, 'repository', 'project_path'),
    runId: textIn(claims, 'run_id', 'pipeline_id'),
    subject: subject !== undefined && personInSubject.test(subject) ? undefined : subject,
    workflow: textIn(claims, 'workflow_ref', 'ci_config_ref_uri', 'workflow'),
  };
}

/** Who set a run off. */
export function personIn(claims: IdentityClaims): string | undefined {
  return textIn(claims, 'actor', 'user_login');
}

function textIn(claims: IdentityClaims, ...names: readonly string[]): string | undefined {
  const found = names
    .map((name) => claims[name])
    .find((value) => typeof value === 'string' || typeof value === 'number');
  return found === undefined || found === '' ? undefined : String(found);
}
