/** What people ask, before it is translated for the read models. Times as epoch milliseconds; names as people wrote them. */

/** As of which knowledge: a moment, or the index of the last fact that is taken into account. */
export type KnownAt = { readonly ms: number } | { readonly index: number };

export interface DeploymentQuery {
  readonly service?: string | undefined;
  readonly environment?: string | undefined;
  readonly region?: string | undefined;
  readonly status?: string | undefined;
  readonly strategy?: string | undefined;
  readonly kind?: string | undefined;
  /** A person's name. */
  readonly initiator?: string | undefined;
  readonly fromMs?: number | undefined;
  readonly toMs?: number | undefined;
  readonly asOfMs?: number | undefined;
  readonly knownAt?: KnownAt | undefined;
  /** All when absent. */
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

export interface RollbackQuery {
  readonly service?: string | undefined;
  readonly environment?: string | undefined;
  readonly fromMs?: number | undefined;
  readonly toMs?: number | undefined;
  readonly knownAt?: KnownAt | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

export interface IncidentQuery extends RollbackQuery {
  readonly severity?: string | undefined;
  /** Only those that are not over. */
  readonly open?: boolean | undefined;
}

export interface RunningQuery {
  readonly service?: string | undefined;
  readonly environment?: string | undefined;
  readonly region?: string | undefined;
  readonly asOfMs?: number | undefined;
  readonly knownAt?: KnownAt | undefined;
}

/** One side of a comparison. */
export interface Side {
  readonly environment: string;
  readonly asOfMs?: number | undefined;
}
