import type { IncidentView, RecordedView, RollbackView } from '../../../app/views.ts';
import type { Caller, CallOptions, RecordOptions } from '../caller.ts';
import type { IncidentFilter, RollbackFilter } from '../filters.ts';
import { path } from '../path.ts';
import type { RecordOf } from '../records.ts';

/** Rollbacks and incidents. */
export function troubleOperations(caller: Caller) {
  return {
    /** Newest first. */
    listRollbacks: (filter?: RollbackFilter, options?: CallOptions) =>
      caller.list<RollbackView>('api/v1/rollbacks', filter, options),
    getRollback: (id: string, options?: CallOptions) =>
      caller.get<RollbackView>(path`api/v1/rollbacks/${id}`, {}, options),
    recordRollback: (record: RecordOf<'rollback'>, options?: RecordOptions) =>
      caller.record<RecordedView>('api/v1/rollbacks', record, options),
    /** The one opened last first. */
    listIncidents: (filter?: IncidentFilter, options?: CallOptions) =>
      caller.list<IncidentView>('api/v1/incidents', filter, options),
    getIncident: (id: string, options?: CallOptions) =>
      caller.get<IncidentView>(path`api/v1/incidents/${id}`, {}, options),
    recordIncident: (record: RecordOf<'incident'>, options?: RecordOptions) =>
      caller.record<RecordedView>('api/v1/incidents', record, options),
    resolveIncident: (id: string, record: RecordOf<'incident-resolution', 'incident'>, options?: RecordOptions) =>
      caller.record<RecordedView>(path`api/v1/incidents/${id}/resolution`, record, options),
    attributeIncident: (id: string, record: RecordOf<'incident-attribution', 'incident'>, options?: RecordOptions) =>
      caller.record<RecordedView>(path`api/v1/incidents/${id}/attribution`, record, options),
  };
}
