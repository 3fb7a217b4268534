/** A query whose names and times were understood. */
export interface PictureScope {
  readonly service: string | undefined;
  /** The environment that was named, if one was. */
  readonly environment: string | undefined;
  /** The names of all environments, in the order of promotion. */
  readonly order: readonly string[];
  readonly fromMs: number;
  readonly toMs: number;
  readonly knownAt: number | undefined;
}
