import type { DeploymentDetail, DeploymentView, FactView, ListOf, RecordedView } from '../../../app/views.ts';
import type { Caller, CallOptions, RecordOptions } from '../caller.ts';
import type { DeploymentFilter, Knowledge } from '../filters.ts';
import { path } from '../path.ts';
import type { RecordOf } from '../records.ts';

export function deploymentOperations(caller: Caller) {
  return {
    /** Newest first. */
    listDeployments: (filter?: DeploymentFilter, options?: CallOptions) =>
      caller.list<DeploymentView>('api/v1/deployments', filter, options),
    getDeployment: (id: string, filter?: Knowledge, options?: CallOptions) =>
      caller.get<DeploymentDetail>(path`api/v1/deployments/${id}`, filter, options),
    listFacts: (id: string, filter?: Knowledge, options?: CallOptions) =>
      caller.get<ListOf<FactView>>(path`api/v1/deployments/${id}/facts`, filter, options),
    /** A C2SP tlog-proof. */
    proveDeployment: (id: string, options?: CallOptions) => caller.text(path`api/v1/deployments/${id}/proof`, options),
    recordDeployment: (record: RecordOf<'deployment'>, options?: RecordOptions) =>
      caller.record<RecordedView>('api/v1/deployments', record, options),
    reportDeploymentStatus: (
      id: string,
      record: RecordOf<'deployment-status', 'deployment'>,
      options?: RecordOptions,
    ) => caller.record<RecordedView>(path`api/v1/deployments/${id}/status`, record, options),
    correctDeployment: (id: string, record: RecordOf<'correction', 'deployment'>, options?: RecordOptions) =>
      caller.record<RecordedView>(path`api/v1/deployments/${id}/correction`, record, options),
  };
}
