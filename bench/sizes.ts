import type { Sizes } from './bench-row.ts';

/** The sizes that the goals are about. */
export const fullSizes: Sizes = {
  smallLedger: 10_000,
  middleLedger: 100_000,
  largeLedger: 1_000_000,
  proofLogs: [10_000, 1_000_000, 10_000_000],
  histories: [100_000, 1_000_000, 5_000_000],
  csvRows: 100_000,
  appends: 150,
  rounds: 9,
  calls: 1024,
  processStarts: 25,
  warmProofs: 5_000,
  coldProofs: 200,
  pages: 20,
};

/** Small enough for a test that only wants to know whether the bench still runs. */
export const quickSizes: Sizes = {
  smallLedger: 1_000,
  middleLedger: 1_500,
  largeLedger: 2_000,
  proofLogs: [300, 1_000, 3_000],
  histories: [500, 1_500],
  csvRows: 300,
  appends: 2,
  rounds: 2,
  calls: 64,
  processStarts: 1,
  warmProofs: 10,
  coldProofs: 2,
  pages: 1,
};
