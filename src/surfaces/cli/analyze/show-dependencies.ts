import type { DependenciesReport } from '../../../app/analyze/analyze-dependencies.ts';
import { undeclaredDependencies } from '../../../app/analyze/undeclared-dependencies.ts';
import type { Column } from '../../../renderers/column.ts';
import { counted } from '../../../renderers/counted.ts';
import { formatDuration } from '../../../renderers/times/format-span.ts';
import type { Output } from '../output/output.ts';
import { decimalText, probabilityText } from './number-text.ts';
import { showRows } from './show-rows.ts';

type Row = DependenciesReport['rows'][number];
type Cascade = DependenciesReport['cascades'][number];

/** Shows people the services by depth, then what is out of order: cycles, missing services, cascades. */
export function showDependencies(output: Output, report: DependenciesReport): Promise<void> {
  return showRows(output, report, {
    columns: fileColumns,
    name: ({ service }) => service,
    tell: () => tell(output, report),
  });
}

async function tell(output: Output, report: DependenciesReport): Promise<void> {
  // The report warns of it.
  if (report.warnings.includes(undeclaredDependencies)) return;
  const byDepth = report.rows.toSorted((a, b) => b.depth - a.depth);
  await output.rows(byDepth, { columns: peopleColumns, empty: '' });
  const chain = report.longestChain.map(linkText).join(' → ');
  if (chain !== '') await output.say(`\nLongest chain: ${chain} (${counted(report.depth, 'step')})`);
  for (const { path, services } of report.cycles) {
    const size = services.length > path.length - 1 ? ` (${services.length} services in all)` : '';
    await output.say(`Cycle: ${path.join(' → ')}${size}`);
  }
  for (const { service, neededBy } of report.missing) {
    await output.say(`Missing: ${service} was never registered nor deployed; needed by ${neededBy.join(', ')}`);
  }
  await tellCascades(output, report);
}

async function tellCascades(output: Output, { cascades, lookedAt, spanMs }: DependenciesReport): Promise<void> {
  const { testedForCascades = 0, failures = 0 } = lookedAt;
  const within = formatDuration(spanMs / 1000);
  const tested = `${counted(failures, 'failure')}; ${testedForCascades} dependencies failed at both ends`;
  if (cascades.length === 0) {
    return output.note(`\nNo failure spread within ${within} more often than by chance (${tested}).`);
  }
  await output.say(`\nFailures that spread within ${within}:\n`);
  await output.rows(cascades, { columns: cascadeColumns, empty: '' });
  return output.note(`\n${tested}.`);
}

/** One service, or all of a cycle. */
function linkText(services: readonly string[]): string {
  return services.length === 1 ? services.join() : `{${services.join(', ')}}`;
}

const peopleColumns: readonly Column<Row>[] = [
  {
    name: 'service',
    value: ({ service }) => service,
    style: (_, { registered }) => (registered ? undefined : 'warn'),
  },
  { name: 'depth', value: ({ depth }) => depth, align: 'right' },
  {
    name: 'neededBy',
    value: ({ allDependents: { total } }) => (total === 0 ? '·' : total),
    align: 'right',
    style: (text) => (text === '·' ? 'dim' : undefined),
  },
  { name: 'tier', value: ({ tier }) => tier },
  { name: 'dependsOn', value: ({ dependsOn }) => dependsOn.join(', ') || null },
  { name: 'inCycle', value: ({ inCycle }) => inCycle, wide: true },
  { name: 'dependents', value: ({ dependents }) => dependents.join(', ') || null, wide: true },
];

const fileColumns: readonly Column<Row>[] = [
  { name: 'service', value: ({ service }) => service },
  { name: 'tier', value: ({ tier }) => tier },
  { name: 'registered', value: ({ registered }) => registered },
  { name: 'depth', value: ({ depth }) => depth, align: 'right' },
  { name: 'inCycle', value: ({ inCycle }) => inCycle },
  { name: 'dependsOn', value: ({ dependsOn }) => dependsOn.join(',') },
  { name: 'dependents', value: ({ dependents }) => dependents.join(',') },
  { name: 'allDependents', value: ({ allDependents }) => allDependents.total, align: 'right' },
];

const cascadeColumns: readonly Column<Cascade>[] = [
  { name: 'firstFails', value: ({ cause }) => cause },
  { name: 'thenFails', value: ({ dependent }) => dependent },
  { name: 'seen', value: ({ support, causeFailures }) => `${support} of ${causeFailures}`, align: 'right' },
  {
    name: 'byChance',
    value: ({ expected }) => (expected === null ? null : decimalText(expected)),
    align: 'right',
  },
  { name: 'after', value: ({ medianDelayMs: ms }) => (ms === null ? null : formatDuration(ms / 1000)), align: 'right' },
  { name: 'q', value: ({ falseDiscoveryRate }) => probabilityText(falseDiscoveryRate), align: 'right' },
];
