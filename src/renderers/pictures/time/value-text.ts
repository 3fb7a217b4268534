import { formatDuration } from '../../times/format-span.ts';

/** A metric's value for people: `2.5/d`, `12.5 %`, `4m 32s`. */
export function valueText(value: number, unit: string): string {
  if (unit === 's') return formatDuration(value);
  if (unit === 'ratio') return `${short(value * 100)} %`;
  return `${short(value)}${unit.startsWith('1/') ? unit.slice(1) : ` ${unit}`}`;
}

/** Three digits are what a reader of a chart can use. */
function short(value: number): string {
  return String(Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3)));
}
