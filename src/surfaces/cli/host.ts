import type { Ledger } from '../../app/ledger.ts';
import type { ClaimInput } from '../../domain/claims/claim.ts';
import type { RandomBytes } from '../../domain/ids.ts';
import type { Check } from './check.ts';
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
 * How a command opens the ledger: `read` changes nothing, `sign` may sign a checkpoint, `record` adds facts and creates the
 * default ledger when there is none.
 */
export type Access = 'read' | 'sign' | 'record';

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
  readonly kind: string;
  /** A file, `-` for standard input, or a repository. */
  readonly location: string;
  readonly map?: Readonly<Record<string, string>> | undefined;
  readonly constant?: Readonly<Record<string, string>> | undefined;
  readonly rollbackWhen?: { readonly column: string; readonly value: string } | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly each?: string | undefined;
  readonly service?: string | undefined;
  readonly environment?: string | undefined;
}

export interface ImportSource {
  readonly readings: Readings;
  /** How much of it was read, from 0 to 1; undefined while that cannot be known. */
  share(): number | undefined;
}

/** Everything that the command line needs from outside, given to it by `main`. */
export interface Host {
  /** The name under which messages and help show the program. */
  readonly program: string;
  readonly version: string;
  readonly stdout: Channel;
  readonly stderr: Channel;
  readonly environment: NodeJS.ProcessEnv;
  nowMs(): number;
  readonly random: RandomBytes;
  /** Who is logged in; undefined when the system does not say. */
  userName(): string | undefined;
  settings(given: GivenSettings): Promise<Settings>;
  /** @throws LedgerError `storage` when there is no ledger that this access may open, `invalid` for a database of another sort. */
  openLedger(settings: Settings, access: Access): Promise<Ledger>;
  initLedger(settings: Settings, name: string | undefined): Promise<InitReport>;
  /** @throws LedgerError `invalid` for an unknown kind or an option that it does not have. */
  openSource(request: ImportRequest): Promise<ImportSource>;
  /** The claims of the demo fleet up to now, the same for the same seed. */
  demoSource(seed: string | undefined): Promise<Readings>;
  /** The commits of a range such as `v1..v2`, with their committer dates. */
  commitsBetween(range: string, repository: string): Promise<NonNullable<DeploymentCommits>>;
  /** Reads a whole file, or standard input for `-`. @throws LedgerError `not-found`, `storage`. */
  readText(path: string): Promise<string>;
  diagnose(settings: Settings): AsyncIterable<Check>;
}

type DeploymentCommits = Extract<ClaimInput, { type: 'deployment' }>['commits'];
