import type { Checkpoint } from '../../../ledger/checkpoint.ts';
import type { ReportScope } from './report-scope.ts';
import type { ReportedChange } from './reported-change.ts';
import type { Survey } from './survey.ts';

/** A change that was drawn, and the hash by which it was. */
export type SampledChange = ReportedChange & { readonly hash: string };

/** Everything that the texts of a report speak of. */
export interface ReportContents {
  readonly scope: ReportScope;
  readonly checkpoint: Checkpoint;
  readonly note: string;
  readonly verifierKey: string;
  readonly survey: Survey;
  readonly sample: readonly SampledChange[];
}
