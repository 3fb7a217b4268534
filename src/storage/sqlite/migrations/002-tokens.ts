/** Who has access: hashes of secrets, by which they are found; the rest about a token is in the log. */
export const tokens002 = `
CREATE TABLE tokens (
  ledger INTEGER NOT NULL REFERENCES ledgers,
  id TEXT NOT NULL,
  hash BLOB NOT NULL,
  "index" INTEGER NOT NULL,
  ends_ms INTEGER,
  last_used_ms INTEGER,
  PRIMARY KEY (ledger, id),
  FOREIGN KEY (ledger, "index") REFERENCES facts
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX tokens_by_hash ON tokens (ledger, hash);

CREATE INDEX tokens_by_end ON tokens (ledger, ends_ms);

CREATE TABLE browser_sessions (
  ledger INTEGER NOT NULL REFERENCES ledgers,
  hash BLOB NOT NULL,
  token TEXT NOT NULL,
  expires_ms INTEGER NOT NULL,
  PRIMARY KEY (ledger, hash),
  FOREIGN KEY (ledger, token) REFERENCES tokens
) STRICT, WITHOUT ROWID;

CREATE INDEX browser_sessions_by_expiry ON browser_sessions (ledger, expires_ms);
`;
