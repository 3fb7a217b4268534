import { translateJson } from '../json/translate-json.ts';
import type { Reading } from '../reading.ts';
import { deploymentClaims } from './deployment-claims.ts';
import { gitlabProject } from './names.ts';

export interface GitlabOptions {
  /** The service that was deployed; the project's own name when absent. */
  readonly service?: string | undefined;
  /** The project of all deployments in the file, as gitlabProject reads it; when absent, that of each one's pipeline. */
  readonly project?: string | undefined;
}

/**
 * Reads saved answers of GitLab's REST API to `GET /projects/:id/deployments`: arrays, one or several, or single deployments. A
 * reading's `line` is its object's number in the file.
 * @throws LedgerError `invalid` when the file as a whole is no JSON or `project` is none.
 */
export async function* readGitlab(
  chunks: AsyncIterable<Uint8Array>,
  { service, project }: GitlabOptions = {},
): AsyncGenerator<Reading> {
  const named = project === undefined ? undefined : gitlabProject(project);
  yield* translateJson(chunks, {
    unwrap: () => undefined,
    translate: (record) => deploymentClaims(record, { service, project: named }),
  });
}
