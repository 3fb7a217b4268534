import { deploymentDetailShape, deploymentShape, factShape } from '../rest/shapes/deployment.ts';
import { changesShape, timelineEntryShape } from '../rest/shapes/events.ts';
import { incidentShape } from '../rest/shapes/incident.ts';
import { lineResultShape } from '../rest/shapes/line-result.ts';
import { problemShape } from '../rest/shapes/problem.ts';
import { recordedShape } from '../rest/shapes/recorded.ts';
import { environmentShape, serviceDetailShape, serviceShape } from '../rest/shapes/registrations.ts';
import { analysisShape, healthShape, metricsShape, verifyShape } from '../rest/shapes/reports.ts';
import { rollbackShape } from '../rest/shapes/rollback.ts';
import { differenceShape, runningShape } from '../rest/shapes/running.ts';

/** The shapes of answers that have a name. */
export const components = {
  Problem: problemShape,
  Recorded: recordedShape,
  Deployment: deploymentShape,
  DeploymentDetail: deploymentDetailShape,
  Fact: factShape,
  Rollback: rollbackShape,
  Incident: incidentShape,
  Service: serviceShape,
  ServiceDetail: serviceDetailShape,
  Environment: environmentShape,
  Running: runningShape,
  Difference: differenceShape,
  TimelineEntry: timelineEntryShape,
  Changes: changesShape,
  Metrics: metricsShape,
  Health: healthShape,
  Analysis: analysisShape,
  Verification: verifyShape,
  LineResult: lineResultShape,
} as const;
