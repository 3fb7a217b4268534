/** The usual questions, asked of the exported tables. Spans of time are in seconds; the metrics proper are those of `show-metrics`. */
export const views: readonly string[] = [
  `CREATE VIEW running_now AS
    SELECT service, environment, region, version, since, deployment FROM running WHERE until IS NULL
    ORDER BY service, environment, region`,
  `CREATE VIEW deployments_by_day AS
    SELECT date(finished_at) AS day, service, environment, status, count(*) AS deployments
    FROM deployments WHERE finished_at IS NOT NULL GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
  `CREATE VIEW deployments_by_service AS
    SELECT service, environment, count(*) AS deployments,
      sum(status = 'success') AS success, sum(status = 'failure') AS failure, sum(status = 'rolled-back') AS rolled_back,
      min(finished_at) AS first_finished_at, max(finished_at) AS last_finished_at
    FROM deployments GROUP BY 1, 2 ORDER BY 1, 2`,
  `CREATE VIEW lead_times AS
    SELECT commits.deployment, commits.sha, commits.committed_at, deployments.finished_at, deployments.service,
      deployments.environment, (deployments.finished_ms - commits.committed_ms) / 1000.0 AS lead_seconds
    FROM commits JOIN deployments ON deployments.id = commits.deployment WHERE deployments.finished_ms IS NOT NULL`,
  `CREATE VIEW rolled_back_deployments AS
    SELECT deployments.id, deployments.service, deployments.environment, deployments.version, rollbacks.to_version,
      deployments.finished_at, deployments.rolled_back_at, rollbacks.id AS rollback, rollbacks.reason, rollbacks.reason_code,
      (deployments.rolled_back_ms - deployments.finished_ms) / 1000.0 AS seconds_until_rollback
    FROM deployments LEFT JOIN rollbacks ON rollbacks.id = deployments.rolled_back_by
    WHERE deployments.rolled_back_at IS NOT NULL`,
  `CREATE VIEW incident_causes AS
    SELECT incidents.id, incidents.service, incidents.environment, incidents.severity, incidents.title, incidents.opened_at,
      incidents.resolved_at, incidents.attributed_to, incidents.attributed_by, incidents.confidence, deployments.version, deployments.finished_at AS deployed_at,
      (incidents.opened_ms - deployments.finished_ms) / 1000.0 AS seconds_after_deployment
    FROM incidents LEFT JOIN deployments ON deployments.id = incidents.attributed_to`,
  `CREATE VIEW open_incidents AS
    SELECT id, service, environment, severity, title, opened_at, attributed_to, confidence FROM incidents WHERE resolved_at IS NULL`,
  `CREATE VIEW approvals AS
    SELECT deployments.id AS deployment, approver.value AS approver, approver.value IS deployments.initiator AS is_initiator
    FROM deployments, json_each(deployments.approved_by) AS approver`,
  `CREATE VIEW deployments_without_approval AS
    SELECT id, service, environment, version, finished_at, initiator FROM deployments WHERE approved_by = '[]'`,
  `CREATE VIEW dependencies AS
    SELECT services.name AS service, dependency.value AS depends_on
    FROM services, json_each(services.depends_on) AS dependency`,
];
