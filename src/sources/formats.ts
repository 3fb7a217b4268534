import type { CsvOptions } from './csv/plan-rows.ts';
import type { GithubOptions } from './github/read-github.ts';
import type { GitlabOptions } from './gitlab/read-gitlab.ts';
import type { Readings } from './reading.ts';

/** What the formats may be told; each takes its own part and ignores the rest. */
export type FileOptions = CsvOptions & GithubOptions & GitlabOptions;
/** Reads the bytes of one file, gzip or not, as claims. */
export type FileReader = (chunks: AsyncIterable<Uint8Array>, options?: FileOptions) => Readings;

/** The files that can be imported, by kind; a reader is loaded when it is needed. */
export const fileFormats = {
  csv: async () => (await import('./csv/read-csv.ts')).readCsv,
  jsonl: async () => (await import('./jsonl/read-jsonl.ts')).readJsonl,
  json: async () => (await import('./json/read-json.ts')).readJson,
  sexp: async () => (await import('./sexp/read-sexp.ts')).readSexp,
  github: async () => (await import('./github/read-github.ts')).readGithub,
  gitlab: async () => (await import('./gitlab/read-gitlab.ts')).readGitlab,
} satisfies Record<string, () => Promise<FileReader>>;

export type FileFormat = keyof typeof fileFormats;
