import { hex } from '../../../ledger/hashing.ts';
import type { ReportContents } from './report-contents.ts';

/** The report for other programs: what it is of, what it counts, and the sample; the population is in `population.csv`. */
export function reportJson({ scope, checkpoint, note, verifierKey, survey, sample }: ReportContents): string {
  const { origin, size, root } = checkpoint;
  const facts = [...survey.facts].map(([type, standings]) => ({ type, ...Object.fromEntries(standings) }));
  const report = {
    scope,
    ledger: origin,
    verifierKey,
    checkpoint: { size, root: hex(root), note },
    recorded: survey.recorded,
    population: {
      count: survey.population,
      kinds: Object.fromEntries(survey.kinds),
      statuses: Object.fromEntries(survey.statuses),
      approvals: Object.fromEntries(survey.approvals),
    },
    facts,
    sample,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
