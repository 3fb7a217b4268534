import type { HealthPartView, ServiceHealthView } from '../../../app/health/health-view.ts';
import type { Column } from '../../../renderers/column.ts';
import { basisText, measuredText, scaleText } from './part-text.ts';
import { scoreBar, scoreTone } from './score-bar.ts';

type ServiceColumn = Column<ServiceHealthView>;

/** A line for each service, with what was measured of each part: for people. */
export const serviceColumns: readonly ServiceColumn[] = [
  { name: 'service', value: ({ service }) => service },
  { name: 'score', value: ({ score }) => score?.toFixed(1), align: 'right', style: (_, { score }) => scoreTone(score) },
  { name: 'health', value: ({ score }) => scoreBar(score), style: (_, { score }) => scoreTone(score) },
  { name: 'deployments', value: ({ deployments }) => deployments, align: 'right' },
  measuredColumn('failRate', 'change-fail-rate'),
  measuredColumn('recovery', 'recovery-time'),
  measuredColumn('success', 'success-rate'),
  measuredColumn('incidents', 'open-incidents'),
  measuredColumn('unclear', 'unclear-outcomes'),
  measuredColumn('deployedAgo', 'staleness'),
  { name: 'tier', value: ({ tier }) => tier, wide: true },
  { name: 'reason', value: ({ reason }) => reason, wide: true },
];

/** A line for each service, with the values of its parts: for spreadsheets and documents. */
export function valueColumns(services: readonly ServiceHealthView[]): readonly ServiceColumn[] {
  const names = services[0]?.parts.map(({ name }) => name) ?? [];
  return [
    { name: 'service', value: ({ service }) => service },
    { name: 'tier', value: ({ tier }) => tier },
    { name: 'score', value: ({ score }) => score },
    { name: 'deployments', value: ({ deployments }) => deployments },
    ...names.map((name): ServiceColumn => ({ name, value: (row) => partOf(row, name)?.value })),
    { name: 'reason', value: ({ reason }) => reason },
    { name: 'recommendation', value: ({ recommendations }) => recommendations?.[0]?.text },
  ];
}

/** A line for each part of one service's score. */
export const partColumns: readonly Column<HealthPartView>[] = [
  { name: 'part', value: ({ name }) => name },
  { name: 'value', value: ({ value }) => value?.toFixed(1), align: 'right', style: (_, { value }) => scoreTone(value) },
  { name: 'health', value: ({ value }) => scoreBar(value), style: (_, { value }) => scoreTone(value) },
  { name: 'weight', value: ({ weight }) => Number(weight.toFixed(1)), align: 'right' },
  { name: 'measured', value: measuredText, align: 'right' },
  { name: 'basedOn', value: basisText },
  { name: 'scale', value: scaleText },
  { name: 'formula', value: ({ formula }) => formula, wide: true },
];

function measuredColumn(title: string, name: HealthPartView['name']): ServiceColumn {
  return {
    name: title,
    align: 'right',
    value: (row) => {
      const part = partOf(row, name);
      return part === undefined ? null : measuredText(part);
    },
    style: (_, row) => scoreTone(partOf(row, name)?.value ?? null),
  };
}

function partOf({ parts }: ServiceHealthView, name: HealthPartView['name']): HealthPartView | undefined {
  return parts.find((part) => part.name === name);
}
