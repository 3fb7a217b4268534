/**
 * The log, as it was first made. Databases of this shape exist: a change is a new migration.
 *
 * The hash of a row comes before its bytes, so that reading hashes does not touch the pages that long rows spill over to.
 *
 * Openings are to be erased without a trace. SQLite leaves copies of a row in the free space of a page when it moves it to another one,
 * and `secure_delete` does not know of them. It moves none as long as rows are only ever added at the end of a table, as they are to
 * one that is ordered by rowid; so openings are such a table, none of its rows is ever deleted, and no index holds a salt or a value.
 */
export const log001 = `
CREATE TABLE ledgers (
  ledger INTEGER PRIMARY KEY,
  origin TEXT NOT NULL,
  verifier_key TEXT NOT NULL,
  secret BLOB NOT NULL
) STRICT;

CREATE TABLE head (
  ledger INTEGER PRIMARY KEY REFERENCES ledgers,
  size INTEGER NOT NULL,
  compact_range BLOB NOT NULL,
  recorded_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE facts (
  ledger INTEGER NOT NULL REFERENCES ledgers,
  "index" INTEGER NOT NULL,
  leaf_hash BLOB NOT NULL,
  subject TEXT NOT NULL,
  type TEXT NOT NULL,
  recorded_ms INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (ledger, "index")
) STRICT;

CREATE INDEX facts_by_subject ON facts (ledger, subject, "index");

CREATE TABLE tiles (
  ledger INTEGER NOT NULL REFERENCES ledgers,
  level INTEGER NOT NULL,
  n INTEGER NOT NULL,
  root BLOB NOT NULL,
  hashes BLOB NOT NULL,
  PRIMARY KEY (ledger, level, n)
) STRICT;

CREATE TABLE checkpoints (
  ledger INTEGER NOT NULL REFERENCES ledgers,
  size INTEGER NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (ledger, size)
) STRICT, WITHOUT ROWID;

CREATE TABLE openings (
  ledger INTEGER NOT NULL,
  "index" INTEGER NOT NULL,
  path TEXT NOT NULL,
  salt BLOB NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (ledger, "index", path),
  FOREIGN KEY (ledger, "index") REFERENCES facts
) STRICT;

CREATE TABLE actors (
  ledger INTEGER NOT NULL REFERENCES ledgers,
  actor TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (ledger, actor)
) STRICT, WITHOUT ROWID;

CREATE INDEX actors_by_name ON actors (ledger, name);

CREATE TABLE answered (
  ledger INTEGER NOT NULL REFERENCES ledgers,
  key BLOB NOT NULL,
  request BLOB NOT NULL,
  "index" INTEGER NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (ledger, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE projected (
  ledger INTEGER PRIMARY KEY REFERENCES ledgers,
  version INTEGER NOT NULL
) STRICT;
`;
