/** A token as it is kept beside the log. What it may do, and whether it was revoked, is in its facts alone. */
export interface TokenRow {
  readonly id: string;
  /** SHA-256 of the secret: 32 bytes. */
  readonly hash: Uint8Array;
  /** Index of the fact that created it. */
  readonly index: number;
  /** When it becomes or became useless: on expiry, or earlier when it was revoked; null while it lasts. */
  readonly endsMs: number | null;
  /** Correct to about a minute. */
  readonly lastUsedMs: number | null;
}

/** A browser that holds a secret of its own instead of a token. */
export interface SessionRow {
  /** SHA-256 of the secret: 32 bytes. */
  readonly hash: Uint8Array;
  /** Id of the token that it stands for. */
  readonly token: string;
  readonly expiresMs: number;
}

export interface TokenFilter {
  /** Only those that are of use after this moment. */
  readonly livingAtMs?: number | undefined;
  /** At most so many; all when absent. */
  readonly limit?: number | undefined;
  /** Those created before this one. */
  readonly before?: string | undefined;
}

/** Who has access, beside the log. Looking a secret up by its hash takes the same time whatever the secret is. */
export interface TokenStore {
  /** Whether there ever was a token. */
  any(): Promise<boolean>;
  withHash(hash: Uint8Array): Promise<TokenRow | undefined>;
  withId(id: string): Promise<TokenRow | undefined>;
  /** Latest first, by id. */
  list(filter: TokenFilter): Promise<TokenRow[]>;
  /** Notes that a token was used, unless a later use is noted. */
  noteUse(id: string, atMs: number): Promise<void>;
  session(hash: Uint8Array): Promise<SessionRow | undefined>;
  /** Keeps a session, and forgets those that expired before `nowMs`. */
  openSession(session: SessionRow, nowMs: number): Promise<void>;
  closeSession(hash: Uint8Array): Promise<void>;
}

/** Changes tokens in the transaction that records why. */
export interface TokenTransaction {
  withId(id: string): Promise<TokenRow | undefined>;
  insert(token: TokenRow): Promise<void>;
  end(id: string, endsMs: number): Promise<void>;
}
