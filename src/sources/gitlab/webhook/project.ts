import * as v from 'valibot';
import { gitlabProject } from '../names.ts';

/** The project in a webhook of GitLab, as far as it is needed. */
export const project = v.object({ path_with_namespace: v.string(), web_url: v.string() });
export type Project = v.InferOutput<typeof project>;

export interface Named {
  readonly id: string;
  readonly key: string;
  /** The project's own name, without its groups. */
  readonly service: string;
}

/** How the ledger names something of a project, `pipeline/36` for one: by the same pattern as deployments that are imported. */
export function namesOf({ path_with_namespace: path, web_url }: Project, thing: string): Named {
  const { host } = gitlabProject(web_url);
  const shown = host === 'gitlab.com' ? '' : `${host}/`;
  return {
    id: `gitlab:${shown}${path}:${thing.replace('deployment/', '').replaceAll('/', ':')}`.slice(0, 256),
    key: `gitlab:${host}/${path}/${thing}`,
    service: path.slice(path.lastIndexOf('/') + 1),
  };
}

/** A time as GitLab's webhooks write it: ISO 8601, or `2026-01-15 10:15:00 UTC`. */
export function gitlabTime(text: string): string {
  return text.replace(/ UTC$/, 'Z');
}
