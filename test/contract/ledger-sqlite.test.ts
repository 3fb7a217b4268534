import { describe, it } from 'vitest';
import { openSqlite } from '../../src/storage/sqlite/open-sqlite.ts';
import { ledgerContract } from './ledger-contract.ts';

ledgerContract({ describe, it }, () => openSqlite(':memory:', { mode: 'create' }));
