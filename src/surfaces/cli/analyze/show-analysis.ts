import type { AnalysisReport } from '../../../app/analyze/analysis-report.ts';
import type { Output } from '../output/output.ts';
import { showDependencies } from './show-dependencies.ts';
import { showFailurePatterns } from './show-failure-patterns.ts';
import { showImpact } from './show-impact.ts';
import { showPeakTimes } from './show-peak-times.ts';
import { showRisk } from './show-risk.ts';
import { showTrend } from './show-trend.ts';
import { showVelocity } from './show-velocity.ts';

/** Shows a report as befits its type. */
export function showAnalysis(output: Output, report: AnalysisReport): Promise<void> {
  switch (report.type) {
    case 'failure-patterns':
      return showFailurePatterns(output, report);
    case 'peak-times':
      return showPeakTimes(output, report);
    case 'velocity':
      return showVelocity(output, report);
    case 'trend':
      return showTrend(output, report);
    case 'dependencies':
      return showDependencies(output, report);
    case 'impact':
      return showImpact(output, report);
    case 'risk':
      return showRisk(output, report);
  }
}
