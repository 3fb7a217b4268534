import { type FileOptions, fileFormats } from '../../sources/formats.ts';
import { gitProgram } from '../../sources/git/git-program.ts';
import { type GitSummary, readGit } from '../../sources/git/read-git.ts';
import type { ImportRequest, ImportSource } from '../../surfaces/cli/host.ts';
import { gitNotes } from './git-notes.ts';
import { openFile } from './open-file.ts';

/** Opens what is to be imported; reading it begins when the readings are asked for. */
export async function openSource(request: ImportRequest, environment: NodeJS.ProcessEnv): Promise<ImportSource> {
  return request.kind === 'git' ? fromGit(request, environment) : fromFile(request, request.kind);
}

function fromGit({ location, service, environment, tags, each }: ImportRequest, env: NodeJS.ProcessEnv): ImportSource {
  let summary: GitSummary | undefined;
  let line = 0;
  const report = (found: GitSummary) => {
    summary = found;
  };
  let known = 0;
  return {
    async *readings(holds) {
      const isKnown = async (id: string) => {
        const there = await holds(id);
        if (there) known += 1;
        return there;
      };
      const options = { service, environment, tags, each, report, known: isKnown };
      for await (const reading of readGit(gitProgram(location, env), options)) {
        line = reading.line;
        yield reading;
      }
    },
    known: () => known,
    share: () => (summary === undefined ? undefined : line / summary.releases),
    notes: () => (summary === undefined ? [] : gitNotes(summary)),
  };
}

async function fromFile(request: ImportRequest, kind: Exclude<ImportRequest['kind'], 'git'>): Promise<ImportSource> {
  const { location, map, rollbackWhen, service, statuses, project } = request;
  const { chunks, share } = openFile(location);
  const options: FileOptions = {
    map,
    rollbackWhen,
    constant: kind === 'csv' ? csvConstants(request) : undefined,
    service,
    project,
    statuses: statuses === undefined ? undefined : openFile(statuses).chunks,
  };
  const read = await fileFormats[kind]();
  return { readings: () => read(chunks, options), known: () => 0, share, notes: () => [] };
}

/** For a table the service and the environment of all rows are constants like any other. */
function csvConstants({ constant, service, environment }: ImportRequest): Record<string, string> | undefined {
  const constants = { ...constant, ...(service && { service }), ...(environment && { environment }) };
  return Object.keys(constants).length === 0 ? undefined : constants;
}
