import type { RiskReport } from '../../../app/analyze/analyze-risk.ts';
import type { Column } from '../../../renderers/column.ts';
import { counted } from '../../../renderers/counted.ts';
import type { Output } from '../output/output.ts';
import { bar } from './blocks.ts';
import { decimalText, percentText } from './number-text.ts';
import { showRows } from './show-rows.ts';

type Row = RiskReport['rows'][number];
type Factor = Row['factors'][number];

/** Shows people what is risky to change next, and how that is computed. */
export function showRisk(output: Output, report: RiskReport): Promise<void> {
  return showRows(output, report, {
    columns: fileColumns,
    name: ({ service }) => service,
    tell: () => tell(output, report),
  });
}

async function tell(output: Output, { rows, prior, lookedAt, threshold }: RiskReport): Promise<void> {
  const most = Math.max(0, ...rows.slice(0, 1).map(({ score }) => score));
  const empty = `No service is at least ${percentText(threshold)} likely to fail.`;
  await output.rows(rows, { columns: peopleColumns(most), empty });
  if (prior === null) return;
  const { changes = 0, failed = 0 } = lookedAt;
  const fleet = `The fleet failed ${failed} of ${counted(changes, 'change')}, which weighs as much as ${decimalText(prior.strength)} changes of a service's own.`;
  await output.note(
    `\n${fleet}\nRisk: how likely the next change fails × services touched, itself and all that depend on it.`,
  );
}

function peopleColumns(most: number): readonly Column<Row>[] {
  return [
    { name: 'service', value: ({ service }) => service },
    { name: 'risk', value: ({ score }) => score.toFixed(3), align: 'right' },
    { name: 'riskiest', value: ({ score }) => bar(most === 0 ? 0 : score / most, 12) },
    { name: 'fails', value: ({ probability }) => percentText(probability.value), align: 'right' },
    { name: '90 % sure', value: ({ probability: { low, high } }) => `${percentText(low)} … ${percentText(high)}` },
    { name: 'failed', value: ({ failed, changes }) => `${failed} of ${changes}`, align: 'right' },
    { name: 'touches', value: ({ dependents }) => 1 + dependents.total, align: 'right' },
    { name: 'also', value: ({ factors }) => factors.map(factorText).join(', ') || null, style: () => 'warn' },
  ];
}

function factorText({ name, value }: Factor): string {
  switch (name) {
    case 'open-incidents':
      return counted(value, 'open incident');
    case 'failure-streak':
      return value === 1 ? 'the last one failed' : `the last ${value} failed`;
    case 'days-since-deployment':
      return `untouched for ${value} days`;
  }
}

const fileColumns: readonly Column<Row>[] = [
  { name: 'service', value: ({ service }) => service },
  { name: 'tier', value: ({ tier }) => tier },
  { name: 'score', value: ({ score }) => score, align: 'right' },
  { name: 'probability', value: ({ probability }) => probability.value, align: 'right' },
  { name: 'low', value: ({ probability }) => probability.low, align: 'right' },
  { name: 'high', value: ({ probability }) => probability.high, align: 'right' },
  { name: 'failed', value: ({ failed }) => failed, align: 'right' },
  { name: 'changes', value: ({ changes }) => changes, align: 'right' },
  { name: 'dependents', value: ({ dependents }) => dependents.total, align: 'right' },
  { name: 'factors', value: ({ factors }) => factors.map(factorText).join(', ') },
];
