import type { FailurePatternsReport } from '../../../app/analyze/analyze-failure-patterns.ts';
import type { Column } from '../../../renderers/column.ts';
import { counted } from '../../../renderers/counted.ts';
import type { Output } from '../output/output.ts';
import { bar } from './blocks.ts';
import { decimalText, percentText, probabilityText } from './number-text.ts';
import { showRows } from './show-rows.ts';

type Candidate = FailurePatternsReport['rows'][number];

/** Shows people the patterns, and with `-f wide` everything that was tested; files hold that anyway. */
export function showFailurePatterns(output: Output, report: FailurePatternsReport): Promise<void> {
  return showRows(output, report, {
    columns: fileColumns,
    name: ({ trait, value }) => `${trait}=${value}`,
    tell: () => tell(output, report),
  });
}

async function tell(output: Output, { rows, lookedAt, threshold }: FailurePatternsReport): Promise<void> {
  const patterns = rows.filter(({ pattern }) => pattern);
  const shown = output.format === 'wide' ? rows : patterns;
  await output.rows(shown, { columns: peopleColumns(shown), empty: 'No pattern that could be told from chance.' });
  const { deployments = 0, failed = 0, tests = 0, tooFewToTest = 0 } = lookedAt;
  const looked = `Looked at ${counted(deployments, 'deployment')}, of which ${failed} failed`;
  const tested = `${counted(tests, 'test')}, ${counted(patterns.length, 'pattern')} at a threshold of ${threshold}`;
  const skipped = tooFewToTest === 0 ? '' : `; ${counted(tooFewToTest, 'value')} on too few days to test`;
  await output.note(`\n${looked}: ${tested}${skipped}. A pattern is no cause.`);
}

const fileColumns: readonly Column<Candidate>[] = [
  { name: 'trait', value: ({ trait }) => trait },
  { name: 'value', value: ({ value }) => value },
  { name: 'changes', value: ({ changes }) => changes, align: 'right' },
  { name: 'failed', value: ({ failed }) => failed, align: 'right' },
  { name: 'days', value: ({ days }) => days, align: 'right' },
  { name: 'failedDays', value: ({ failedDays }) => failedDays, align: 'right' },
  { name: 'failureRate', value: ({ failureRate }) => failureRate, align: 'right' },
  { name: 'restFailureRate', value: ({ restFailureRate }) => restFailureRate, align: 'right' },
  { name: 'lift', value: ({ lift }) => lift, align: 'right' },
  { name: 'p', value: ({ p }) => p, align: 'right' },
  { name: 'q', value: ({ q }) => q, align: 'right' },
  { name: 'pattern', value: ({ pattern }) => pattern },
];

function peopleColumns(rows: readonly Candidate[]): readonly Column<Candidate>[] {
  const worst = Math.max(...rows.map(({ failureRate }) => failureRate));
  return [
    { name: 'trait', value: ({ trait }) => trait },
    { name: 'value', value: ({ value }) => value, style: (_, { pattern }) => (pattern ? 'strong' : 'dim') },
    { name: 'failed', value: ({ failed, changes }) => `${failed} of ${changes}`, align: 'right' },
    { name: 'onDays', value: ({ failedDays }) => failedDays, align: 'right' },
    { name: 'rate', value: ({ failureRate }) => percentText(failureRate), align: 'right' },
    { name: 'otherwise', value: ({ restFailureRate }) => percentText(restFailureRate), align: 'right' },
    { name: 'lift', value: ({ lift }) => `${decimalText(lift)} ×`, align: 'right' },
    { name: 'q', value: ({ q }) => probabilityText(q), align: 'right' },
    {
      name: 'failing',
      value: ({ failureRate }) => (worst === 0 ? '' : bar(failureRate / worst, 16)),
      style: (_, { pattern }) => (pattern ? 'bad' : 'dim'),
    },
  ];
}
