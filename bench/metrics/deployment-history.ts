import type { MetricEvidence } from '../../src/analysis/metrics/build-frame.ts';
import { ColumnsBuilder } from '../../src/analysis/metrics/columns/columns-builder.ts';
import { drawDeployments } from '../fleet/draw-deployments.ts';

/** Makes evidence in memory of so many deployments, as loading a ledger would. */
export function deploymentHistory(deployments: number): MetricEvidence {
  const builder = new ColumnsBuilder();
  const failures: MetricEvidence['failures'][number][] = [];
  for (const { row, blamed } of drawDeployments(deployments)) {
    builder.add(row);
    if (blamed === undefined) continue;
    failures.push({ deployment: row, recoveredMs: blamed.recoveredMs, endedBeforeFinish: false });
  }
  return {
    columns: builder.build(),
    failures,
    incidents: [],
    blamed: new Map(),
    rollbacks: [],
    laterSuccessMs: new Map(),
    teams: new Map(),
  };
}
