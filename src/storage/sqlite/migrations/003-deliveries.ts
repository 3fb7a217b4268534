/**
 * What sources sent, and what became of it, which stays for ever; the bodies do not. SQLite may leave copies of rows in the free space of
 * its pages when it deletes others (see 001-log.ts), so bodies are encrypted, each under a key of its own. To forget one is to
 * overwrite its key, in a table to which rows are only ever added at the end: none of them is ever moved.
 */
export const deliveries003 = `
CREATE TABLE deliveries (
  ledger INTEGER NOT NULL REFERENCES ledgers,
  number INTEGER NOT NULL,
  id TEXT NOT NULL,
  source TEXT NOT NULL,
  received_ms INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  state TEXT NOT NULL,
  settled_ms INTEGER,
  events TEXT NOT NULL,
  kept INTEGER NOT NULL,
  repetition BLOB,
  PRIMARY KEY (ledger, number)
) STRICT;

CREATE UNIQUE INDEX deliveries_by_id ON deliveries (ledger, id);
CREATE UNIQUE INDEX deliveries_by_repetition ON deliveries (ledger, repetition) WHERE repetition IS NOT NULL;
CREATE INDEX deliveries_by_time ON deliveries (ledger, received_ms, id);
CREATE INDEX deliveries_by_source ON deliveries (ledger, source, received_ms, id);
CREATE INDEX deliveries_by_state ON deliveries (ledger, state, received_ms, id);
CREATE INDEX deliveries_pending ON deliveries (ledger, number) WHERE state = 'pending';
CREATE INDEX deliveries_kept ON deliveries (ledger, received_ms) WHERE kept = 1;

CREATE TABLE delivery_keys (
  ledger INTEGER NOT NULL,
  number INTEGER NOT NULL,
  key BLOB NOT NULL,
  PRIMARY KEY (ledger, number),
  FOREIGN KEY (ledger, number) REFERENCES deliveries
) STRICT;

CREATE TABLE delivery_contents (
  ledger INTEGER NOT NULL,
  number INTEGER NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (ledger, number),
  FOREIGN KEY (ledger, number) REFERENCES deliveries
) STRICT;
`;
