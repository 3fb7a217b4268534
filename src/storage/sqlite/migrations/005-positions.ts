/** How far receivers have come that are told what happens, and what they did not take. */
export const positions005 = `
CREATE TABLE positions (
  ledger INTEGER NOT NULL REFERENCES ledgers,
  receiver TEXT NOT NULL,
  next INTEGER NOT NULL,
  PRIMARY KEY (ledger, receiver)
) STRICT, WITHOUT ROWID;

CREATE TABLE dead_letters (
  ledger INTEGER NOT NULL REFERENCES ledgers,
  number INTEGER NOT NULL,
  receiver TEXT NOT NULL,
  "index" INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  error TEXT NOT NULL,
  failed_ms INTEGER NOT NULL,
  due INTEGER NOT NULL,
  PRIMARY KEY (ledger, number)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX dead_letters_by_fact ON dead_letters (ledger, receiver, "index");
CREATE INDEX dead_letters_due ON dead_letters (ledger, number) WHERE due = 1;
`;
