import type { BenchRow } from '../bench-row.ts';
import { append } from './append.ts';
import { doraMetrics } from './dora.ts';
import { doraProgram } from './dora-program.ts';
import { doraService } from './dora-service.ts';
import { groupCommit } from './group-commit.ts';
import { hashingShare } from './hashing-share.ts';
import { importCsv } from './import-csv.ts';
import { inclusionProof } from './inclusion-proof.ts';
import { listPages } from './list-pages.ts';
import { start } from './start.ts';
import { verifyLog } from './verify-log.ts';

/** In the order of the table. */
export const allRows: readonly BenchRow[] = [
  append,
  hashingShare,
  groupCommit,
  start,
  verifyLog,
  inclusionProof,
  importCsv,
  listPages,
  doraMetrics,
  doraService,
  doraProgram,
];
