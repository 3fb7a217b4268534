import { describe, it } from 'vitest';
import { ledgerContract } from './ledger-contract.ts';
import { ReferenceStore } from './reference-store.ts';

ledgerContract({ describe, it }, async () => new ReferenceStore());
