import * as v from 'valibot';

/** The repository in a webhook of GitHub, as far as it is needed. */
export const repository = v.object({ name: v.string(), full_name: v.string(), html_url: v.string() });
export type Repository = v.InferOutput<typeof repository>;

export interface Named {
  readonly id: string;
  readonly key: string;
}

/** How the ledger names something of a repository, `run/42/1` for one: by the same pattern as deployments (../names.ts). */
export function namesOf({ html_url, full_name }: Repository, thing: string): Named {
  const host = /^https?:\/\/([^/]+)/.exec(html_url)?.[1] ?? 'github.com';
  const shown = host === 'github.com' ? '' : `${host}/`;
  return {
    id: `github:${shown}${full_name}:${thing.replaceAll('/', ':')}`,
    key: `github:${host}/${full_name}/${thing}`,
  };
}
