import { describe, it } from 'vitest';
import { ReferenceStore } from './reference-store.ts';
import { storeContract } from './store-contract.ts';

describe('the reference store', () => storeContract({ describe, it }, async () => new ReferenceStore()));
