import { instantMs } from '../../../domain/instant.ts';
import type { ReportScope } from './report-scope.ts';
import type { Survey } from './survey.ts';

/** What a verified report shows beyond doubt. */
export const proved: readonly string[] = [
  'The facts in log/ are all those that the ledger signed in the checkpoint, in that order: none was changed, added, left out or moved since. ' +
    'Their bytes are there from the first index to the last, so no gap can hide a fact.',
  'The population is complete: which facts speak of a change of the period is worked out again from all facts, not only from those that ' +
    'this report names.',
  'What the report says of each change, rollbacks and approvals included, follows from these facts.',
  'The names and texts that are shown are those that were sealed when they were recorded. What is called erased was erased, and the log has ' +
    'a fact that says so.',
  'The sample was drawn from the whole population by the seed, by nothing else.',
  'The facts were recorded in this order. Each says when, by the clock of the machine that recorded it.',
];

/** What no log can show. */
export function notProved({ to, seed }: ReportScope, { recorded }: Survey): string[] {
  const quiet =
    recorded !== null && instantMs(recorded.last) < instantMs(to)
      ? [
          `Whether anything changed after ${recorded.last}: the last fact was recorded then, before the end of the period.`,
        ]
      : [];
  return [
    'Whether every change was recorded. What nobody told the ledger is not in it; compare with a source of your own.',
    'Whether what was told is true: times at which things happened, persons, approvals and outcomes are claims of those who recorded them.',
    ...quiet,
    'Anything that was recorded after the checkpoint, such as a later correction.',
    'Whether the ledger has signed another log under the same name. Compare with a checkpoint that somebody else has kept: deploy-ledger ' +
      'verify FILE.zip --against CHECKPOINT.',
    'Who wrote the code: the initiator of a deployment is known, the authors of its commits are not. “Approved by another” means by somebody ' +
      'other than the initiator.',
    'Whether a change was tested where nothing is recorded of it; the record has no field for tests and shows what the metadata say.',
    `Whether the seed “${seed}” was chosen freely. An auditor should name their own; the root of the log is taken when nobody does.`,
  ];
}
