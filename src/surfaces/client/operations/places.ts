import type {
  DifferenceView,
  EnvironmentView,
  ListOf,
  RecordedView,
  RunningView,
  ServiceView,
} from '../../../app/views.ts';
import type { Caller, CallOptions, RecordOptions } from '../caller.ts';
import type { DifferenceFilter, RunningFilter } from '../filters.ts';
import { path } from '../path.ts';
import type { RecordOf } from '../records.ts';

/** A service and where it runs. */
export interface ServiceDetail extends ServiceView {
  readonly running: readonly RunningView[];
}

/** Services, environments, and what runs where. */
export function placeOperations(caller: Caller) {
  return {
    listServices: (options?: CallOptions) => caller.get<ListOf<ServiceView>>('api/v1/services', {}, options),
    getService: (name: string, options?: CallOptions) =>
      caller.get<ServiceDetail>(path`api/v1/services/${name}`, {}, options),
    registerService: (record: RecordOf<'service'>, options?: RecordOptions) =>
      caller.record<RecordedView>('api/v1/services', record, options),
    /** In the order of promotion. */
    listEnvironments: (options?: CallOptions) =>
      caller.get<ListOf<EnvironmentView>>('api/v1/environments', {}, options),
    registerEnvironment: (record: RecordOf<'environment'>, options?: RecordOptions) =>
      caller.record<RecordedView>('api/v1/environments', record, options),
    listRunning: (filter?: RunningFilter, options?: CallOptions) =>
      caller.get<ListOf<RunningView>>('api/v1/running', filter, options),
    listDifferences: (filter: DifferenceFilter, options?: CallOptions) =>
      caller.get<ListOf<DifferenceView>>('api/v1/diff', filter, options),
    recordRemoval: (record: RecordOf<'removal'>, options?: RecordOptions) =>
      caller.record<RecordedView>('api/v1/removals', record, options),
  };
}
