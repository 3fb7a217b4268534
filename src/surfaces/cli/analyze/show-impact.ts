import type { ImpactReport, ImpactRow } from '../../../app/analyze/analyze-impact.ts';
import { undeclaredDependencies } from '../../../app/analyze/undeclared-dependencies.ts';
import type { Column } from '../../../renderers/column.ts';
import { counted } from '../../../renderers/counted.ts';
import type { Output } from '../output/output.ts';
import { bar } from './blocks.ts';
import { showRows } from './show-rows.ts';

type TierCounts = ImpactRow['dependents']['byTier'];

/** Shows people how far each service reaches, or whom one service reaches and on which way. */
export function showImpact(output: Output, report: ImpactReport): Promise<void> {
  return showRows(output, report, {
    columns: fileColumns,
    name: ({ service }) => service,
    tell: () => (report.origin === null ? tellRanking(output, report) : tellOrigin(output, report.rows, report.origin)),
  });
}

function tellRanking(output: Output, { rows }: ImpactReport): Promise<void> {
  if (rows.every(({ dependents }) => dependents.total === 0)) return output.warn(undeclaredDependencies);
  const most = Math.max(1, ...rows.slice(0, 1).map(({ dependents }) => dependents.total));
  return output.rows(rows, { columns: rankingColumns(most), empty: '' });
}

async function tellOrigin(
  output: Output,
  rows: readonly ImpactRow[],
  { service, dependents, dependencies }: NonNullable<ImpactReport['origin']>,
): Promise<void> {
  const needing = counted(dependents.total, 'service');
  const tiers = dependents.total === 0 ? '' : ` (${tierText(dependents.byTier)})`;
  await output.say(`Losing or breaking ${service} reaches ${needing}${tiers}\n`);
  await output.rows(rows, { columns: reachedColumns, empty: 'Nothing depends on it, as far as is known.' });
  const needed = dependencies.map((reached) => reached.service).join(', ');
  await output.say(`\nIt rests on ${needed === '' ? 'nothing that is known' : needed}`);
}

/** `3 critical, 1 standard, 2 without a tier`. */
function tierText(byTier: TierCounts): string {
  return byTier.map(({ tier, services }) => `${services} ${tier ?? 'without a tier'}`).join(', ');
}

function rankingColumns(most: number): readonly Column<ImpactRow>[] {
  return [
    { name: 'service', value: ({ service }) => service },
    { name: 'reaches', value: ({ dependents }) => dependents.total, align: 'right' },
    { name: 'reach', value: ({ dependents }) => bar(dependents.total / most, 20) || null },
    { name: 'direct', value: ({ direct }) => direct, align: 'right' },
    { name: 'byTier', value: ({ dependents }) => tierText(dependents.byTier) || null },
    { name: 'tier', value: ({ tier }) => tier, wide: true },
    { name: 'owners', value: ({ owners }) => owners.join(', ') || null, wide: true },
    { name: 'runsIn', value: ({ runsIn }) => runsIn.join(', ') || null, wide: true },
  ];
}

const reachedColumns: readonly Column<ImpactRow>[] = [
  { name: 'service', value: ({ service }) => service },
  { name: 'distance', value: ({ distance }) => distance, align: 'right' },
  { name: 'tier', value: ({ tier }) => tier },
  { name: 'owners', value: ({ owners }) => owners.join(', ') || null },
  { name: 'way', value: ({ path }) => path.join(' ← ') },
  { name: 'runsIn', value: ({ runsIn }) => runsIn.join(', ') || null, wide: true },
];

const fileColumns: readonly Column<ImpactRow>[] = [
  { name: 'service', value: ({ service }) => service },
  { name: 'tier', value: ({ tier }) => tier },
  { name: 'owners', value: ({ owners }) => owners.join(',') },
  { name: 'direct', value: ({ direct }) => direct, align: 'right' },
  { name: 'dependents', value: ({ dependents }) => dependents.total, align: 'right' },
  { name: 'runsIn', value: ({ runsIn }) => runsIn.join(',') },
  { name: 'distance', value: ({ distance }) => distance, align: 'right' },
  { name: 'path', value: ({ path }) => path.join(',') },
];
