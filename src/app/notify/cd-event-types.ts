/** The names of CDEvents 0.4.1 (https://github.com/cdevents/spec/tree/v0.4.1), each with the version of its schema. */
export const cdEventsVersion = '0.4.1';

export const cdEventTypes = {
  serviceDeployed: 'dev.cdevents.service.deployed.0.2.0',
  serviceUpgraded: 'dev.cdevents.service.upgraded.0.2.0',
  serviceRolledBack: 'dev.cdevents.service.rolledback.0.2.0',
  serviceRemoved: 'dev.cdevents.service.removed.0.2.0',
  environmentCreated: 'dev.cdevents.environment.created.0.2.0',
  environmentModified: 'dev.cdevents.environment.modified.0.2.0',
  incidentDetected: 'dev.cdevents.incident.detected.0.2.0',
  incidentResolved: 'dev.cdevents.incident.resolved.0.2.0',
} as const;

export type CdEventType = (typeof cdEventTypes)[keyof typeof cdEventTypes];
