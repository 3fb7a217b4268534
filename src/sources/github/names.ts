import { LedgerError } from '../../domain/errors.ts';

/** A deployment on GitHub and how the ledger names it. */
export interface GithubDeployment {
  /** `github.com` or the host of an Enterprise server. */
  readonly host: string;
  readonly owner: string;
  readonly repository: string;
  /** The deployment's id in the ledger, `github:octocat/hello:42`; on another host `github:ghe.example/octocat/hello:42`. */
  readonly id: string;
  /** `github:<host>/<owner>/<repo>/deployment/<number>`, whichever way the word of it came. */
  readonly key: string;
}

const address = /^https:\/\/([^/]+?)(?:\/api\/v3)?\/repos\/([^/]+)\/([^/]+)\/deployments\/(\d+)$/;

/**
 * Reads the address under which GitHub's REST API answers about a deployment.
 * @throws LedgerError `invalid` when it is none.
 */
export function githubDeployment(url: string): GithubDeployment {
  const [, apiHost, owner, repository, number] = address.exec(url) ?? [];
  if (apiHost === undefined || owner === undefined || repository === undefined || number === undefined) {
    throw new LedgerError('invalid', `${JSON.stringify(url)} is not the address of a deployment in GitHub's API`, {
      field: 'url',
      hint: 'save the whole answer of: gh api repos/OWNER/REPO/deployments --paginate',
    });
  }
  const host = apiHost.replace(/^api\./, '');
  const place = `${owner}/${repository}`;
  return {
    host,
    owner,
    repository,
    id: `github:${host === 'github.com' ? '' : `${host}/`}${place}:${number}`,
    key: `github:${host}/${place}/deployment/${number}`,
  };
}
