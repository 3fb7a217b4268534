import type { ProfileDifference } from '../../../app/metrics/metrics-report.ts';
import type { Column } from '../../../renderers/column.ts';
import { valueText } from './metric-text.ts';

/** What two profiles do not agree on, a line for each metric. */
export function differenceColumns(
  profile: string,
  against: string,
  dimensions: readonly string[],
): readonly Column<ProfileDifference>[] {
  return [
    ...dimensions.map((name): Column<ProfileDifference> => ({ name, value: ({ by }) => by[name] || null })),
    { name: 'metric', value: ({ metric }) => metric },
    { name: profile, value: valueText, align: 'right' },
    { name: against, value: ({ against: other }) => other && valueText(other), align: 'right' },
    { name: 'because', value: reasonFor },
  ];
}

function reasonFor(difference: ProfileDifference): string {
  const { against, formula, onlyHere, onlyThere } = difference;
  if (against === null) return 'it does not define this metric';
  const reasons = [
    sideText('counted above the line', onlyHere.numerator, onlyThere.numerator),
    sideText('counted below the line', onlyHere.denominator, onlyThere.denominator),
    against.formula === formula ? '' : `${formula}; there ${against.formula}`,
  ];
  return reasons.filter((reason) => reason !== '').join('; ');
}

function sideText(what: string, here: readonly string[], there: readonly string[]): string {
  const parts = [
    here.length > 0 ? `${here.length} only here` : '',
    there.length > 0 ? `${there.length} only there` : '',
  ];
  const text = parts.filter((part) => part !== '').join(' and ');
  return text === '' ? '' : `${what}: ${text}`;
}
