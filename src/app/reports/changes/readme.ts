import { shellWord } from '../../../domain/shell-word.ts';
import type { ReportScope } from './report-scope.ts';
import type { Survey } from './survey.ts';

/** Says what is in a report and how to verify it, with this program and without. */
export function readme({ seed, sample }: ReportScope, { population }: Survey): string {
  return `# Change report

${population === 0 ? 'No change' : `${population} ${population === 1 ? 'change' : 'changes'}`} of the period; what they are and what this proves is in \`report.md\`.

## Verify it

Get the verifier key of the ledger from its owner, or from whoever keeps its checkpoints; the copy in \`verifier.key\` proves nothing by
itself, since whoever forges a report can forge that too. Then:

    deploy-ledger verify FILE.zip --key KEY

That needs nothing but this file and the key. It checks the signature, hashes every fact, rebuilds the tree up to the signed root, compares
each opened name and text with its seal, folds the facts, and makes every file of this report again: one byte that differs is named.
Add \`--against CHECKPOINT\` for a checkpoint that somebody else has kept.

## Verify it without this program

The directory \`log\` is a log of C2SP tlog-tiles (https://c2sp.org/tlog-tiles), which any program for it can read and verify. One fact:

    { printf '\\0'; cat proofs/INDEX.json; } | sha256sum

gives the leaf hash that \`every-fact.csv\` and the tiles of level 0 have for it. \`proofs/INDEX.tlog-proof\` leads from it to the root of the
checkpoint (https://c2sp.org/tlog-proof).

The sample, drawn again (${sample} changes at most):

    seed=${shellWord(seed)}
    while IFS= read -r key; do
      printf '%s  %s\\n' "$(printf '%s %s' "$seed" "$key" | sha256sum | cut -c1-64)" "$key"
    done < population.keys | LC_ALL=C sort | head -n ${sample}

## Files

| file | what it is |
| --- | --- |
| \`report.md\`, \`report.json\` | the report, for people and for programs |
| \`population.csv\` | every change of the period: who, what, when, why, approved by whom, tested, rolled back; an empty cell does not apply |
| \`population.keys\` | their keys, one a line |
| \`sample.csv\` | the changes that were drawn |
| \`every-fact.csv\` | every index of the log, and why it is in the population or is not |
| \`openings.jsonl\` | what opens the sealed names and texts of the population; all others stay sealed |
| \`proofs/\` | the facts about the sampled changes, each with its inclusion proof |
| \`log/\` | the whole log up to the checkpoint |
| \`verifier.key\` | the key that signs the log |

\`population.csv\`, \`sample.csv\`, \`report.md\`, \`report.json\` and \`openings.jsonl\` hold personal data. Erasing a person in the ledger does not
reach this copy.
`;
}
