/** The first key column of every table: which of the ledgers in the database a row belongs to. */
export const ledger = 1;
