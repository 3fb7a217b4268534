import type { CopyReport } from '../../app/backup/verify-copy.ts';
import type { ExportedTable } from '../../app/export/exported-table.ts';
import type { Ledger } from '../../app/ledger.ts';
import type { VerifyReport } from '../../app/views.ts';
import type { ClaimInput } from '../../domain/claims/claim.ts';
import type { RandomBytes } from '../../domain/ids.ts';
import type { CopyProgress, RestoreOptions } from './backup/copying.ts';
import type { Check } from './check.ts';
import type { eachWords, ImportKind } from './import/import-kinds.ts';
import type { ServeRequest, Serving } from './serve/serving.ts';
import type { GivenSettings, Settings } from './settings.ts';

/** Where text goes. */
export interface Channel {
  /** Whether a person looks at it as it comes. */
  readonly isTerminal: boolean;
  /** In columns; absent when it is no terminal. */
  readonly width?: number | undefined;
  readonly color: boolean;
  /** Resolves when more may be written. */
  write(text: string): Promise<void>;
}

/**
 * How a command opens the ledger: `read` changes nothing, `try` takes back what it changes, `sign` may sign a checkpoint,
 * `record` adds facts and makes the default ledger when there is none.
 */
export type Access = 'read' | 'try' | 'sign' | 'record';

export interface InitReport {
  /** The ledger's name. */
  readonly ledger: string;
  readonly verifierKey: string;
  readonly database: string;
  /** False when it was there already. */
  readonly created: boolean;
}

/** What `Ledger.importFrom` takes. */
export type Readings = Parameters<Ledger['importFrom']>[0];

/** What is imported, in the words of the command line. */
export interface ImportRequest {
  readonly kind: ImportKind;
  /** A file, `-` for standard input, or a repository. */
  readonly location: string;
  readonly service: string | undefined;
  readonly environment: string | undefined;
  /** What only some kinds understand. */
  readonly tags: readonly string[] | undefined;
  readonly each: (typeof eachWords)[number] | undefined;
  readonly map: Readonly<Record<string, string>> | undefined;
  readonly constant: Readonly<Record<string, string>> | undefined;
  readonly rollbackWhen: { readonly column: string; readonly value: string } | undefined;
  readonly statuses: string | undefined;
  readonly project: string | undefined;
}

export interface ImportSource {
  /** What it holds; a source that can tell leaves out what is `known`, a ledger's ids. */
  readings(known: (id: string) => Promise<boolean>): Readings;
  /** How many were left out as known, once it is read. */
  known(): number;
  /** How much of it was read, from 0 to 1; undefined while that cannot be known. */
  share(): number | undefined;
  /** What the person should know about what was read, once it is. */
  notes(): readonly string[];
}

/** Everything that the command line needs from outside, given to it by `main`. */
export interface Host {
  /** The name under which messages and help show the program. */
  readonly program: string;
  readonly version: string;
  readonly stdout: Channel;
  readonly stderr: Channel;
  nowMs(): number;
  readonly random: RandomBytes;
  /** Who is logged in; undefined when the system does not say. */
  userName(): string | undefined;
  settings(given: GivenSettings): Promise<Settings>;
  /** @throws LedgerError `storage` when there is no ledger that this access may open, `invalid` for a database of another sort. */
  openLedger(settings: Settings, access: Access): Promise<Ledger>;
  initLedger(settings: Settings, name: string | undefined): Promise<InitReport>;
  /** @throws LedgerError `not-found` when the file or the repository is not there. */
  openSource(request: ImportRequest): Promise<ImportSource>;
  /** The claims of the demo fleet up to a moment; the same seed and moment give the same. */
  demoSource(seed: string, nowMs: number): Promise<ImportSource>;
  /** The commits of a range such as `v1..v2`, with their committer dates. */
  commitsBetween(range: string, repository: string): Promise<NonNullable<DeploymentCommits>>;
  /** Reads a whole file, or standard input for `-`. @throws LedgerError `not-found`, `storage`. */
  readText(path: string): Promise<string>;
  /** Writes tables into a database of its own. @throws LedgerError `conflict` when it is a ledger, `storage`. */
  writeDatabase(path: string, tables: readonly ExportedTable[]): Promise<void>;
  /** Verifies a change report offline. @throws LedgerError as verifyChangeReport does, `not-found` when there is no such file. */
  verifyReport(path: string, verifierKey: string, against: readonly string[]): Promise<VerifyReport>;
  /** Writes a verified copy of the ledger into a new file. @throws LedgerError `conflict`, `storage`, `unverified`. */
  backUp(settings: Settings, file: string, progress: CopyProgress): Promise<CopyReport>;
  /** Puts such a copy where the ledger is to be. @throws LedgerError as backUp does, `unverified` also when signed facts are lost. */
  restore(settings: Settings, file: string, options: RestoreOptions): Promise<CopyReport>;
  /** Serves the ledger over HTTP. @throws LedgerError `conflict` when the port is taken, `invalid`, `forbidden`, `unverified`. */
  serve(request: ServeRequest): Promise<Serving>;
  diagnose(settings: Settings): AsyncIterable<Check>;
}

type DeploymentCommits = Extract<ClaimInput, { type: 'deployment' }>['commits'];
