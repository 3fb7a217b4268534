import type { HealthPartView } from '../../../app/health/health-view.ts';
import { formatDuration } from '../../../renderers/times/format-span.ts';

/** What was measured, as people say it: `12.5 %`, `4h 20m`, `3 days`; null where nothing was. */
export function measuredText({ measured, unit }: HealthPartView): string | null {
  if (measured === null) return null;
  switch (unit) {
    case 'ratio':
      return `${(measured * 100).toFixed(1)} %`;
    case 's':
      return formatDuration(measured);
    case 'd':
      return formatDuration(measured * 86_400);
    case 'points':
      return measured === 1 ? '1 point' : `${measured} points`;
  }
}

/** What the measurement rests on, or why there is none. */
export function basisText({ name, measured, reason, numerator, denominator }: HealthPartView): string {
  if (measured === null) return reason ?? '';
  switch (name) {
    case 'recovery-time':
      return `median of ${denominator}`;
    case 'open-incidents':
      return denominator === 1 ? '1 open incident' : `${denominator} open incidents`;
    case 'staleness':
      return 'since the last deployment';
    default:
      return `${numerator} of ${denominator} deployments`;
  }
}

/** Where the measurement lies between what is worth 100 and what is worth nothing. */
export function scaleText(part: HealthPartView): string {
  const [best, worst] = [part.best, part.worst].map((measured) => measuredText({ ...part, measured }));
  return `${best} … ${worst}`;
}
