import { counted } from '../../counted.ts';
import { truncate } from '../../terminal/display-width.ts';
import { printable } from '../../terminal/printable.ts';

/** What a lane is called: its service, or how many services share it. */
export function laneName({
  service,
  services,
}: {
  readonly service: string | null;
  readonly services: number;
}): string {
  return service ?? counted(services, 'other service');
}

/** Says that the last lane stands for several services; '' when each has its own. */
export function sharedLaneText(
  lanes: readonly { readonly service: string | null; readonly services: number }[],
): string {
  const rest = lanes.at(-1);
  if (rest === undefined || rest.service !== null) return '';
  const own = lanes.length - 1;
  const first =
    own === 1
      ? 'Only the busiest service has a lane of its own'
      : `The ${own} busiest services have lanes of their own`;
  return `${first}; the last lane holds ${counted(rest.services, 'other')}.`;
}

/** A name on one line, cut to so many columns. */
export function shortName(name: string, width: number): string {
  return truncate(printable(name), width);
}
