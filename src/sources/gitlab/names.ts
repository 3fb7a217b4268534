import { LedgerError } from '../../domain/errors.ts';

/** A project on some GitLab. */
export interface GitlabProject {
  /** `gitlab.com` or the host of another instance. */
  readonly host: string;
  /** With its groups: `group/subgroup/project`. */
  readonly path: string;
}

/**
 * Reads a project as people name it: `https://gitlab.example/group/project`, the same without the scheme, or `group/project` on
 * gitlab.com.
 * @throws LedgerError `invalid` when it is no such name.
 */
export function gitlabProject(text: string): GitlabProject {
  const [host = '', ...path] = text
    .replace(/^https?:\/\//, '')
    .replace(/(?:\.git)?\/*$/, '')
    .split('/');
  // A group may be called like a host: without a scheme, it takes three parts for the first to be one.
  const isHost = /^https?:/.test(text) || (host.includes('.') && path.length > 1);
  const project = isHost ? { host, path: path.join('/') } : { host: 'gitlab.com', path: [host, ...path].join('/') };
  if (/^[^/\s]+(?:\/[^/\s]+)+$/.test(project.path)) return project;
  throw new LedgerError('invalid', `${JSON.stringify(text)} is not a project of GitLab`, {
    field: 'project',
    hint: 'write https://gitlab.example/group/project, or group/project on gitlab.com',
  });
}

/** The project of the pipeline at this address; undefined when it is no pipeline's. */
export function projectOfPipeline(url: string): GitlabProject | undefined {
  const [, host, path] = /^https?:\/\/([^/]+)\/(.+?)(?:\/-)?\/pipelines\/\d+$/.exec(url) ?? [];
  return host === undefined || path === undefined ? undefined : { host, path };
}
