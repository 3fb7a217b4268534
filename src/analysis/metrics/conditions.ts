import { flag, isDeployedCode, statusCode } from './columns/columns.ts';
import type { Failure, Frame } from './frame.ts';

type Condition = (place: number) => boolean;

export const isAny: Condition = () => true;

/** Whether the version reached its environment, whatever became of it there. */
export function isDeployed({ columns: { status } }: Frame): Condition {
  return (place) => isDeployedCode[status[place] ?? 0] === true;
}

export function hasStatus({ columns }: Frame, name: keyof typeof statusCode): Condition {
  const code = statusCode[name];
  return (place) => columns.status[place] === code;
}

/** Whether it reached its environment and did harm there. */
export function isFailedChange(frame: Frame): Condition {
  const [deployed, rolledBack] = [isDeployed(frame), hasStatus(frame, 'rolled-back')];
  return (place) => rolledBack(place) || (frame.failures.size > 0 && frame.failures.has(place) && deployed(place));
}

/** What ended the harm that a failed change did. */
export function failureAt(frame: Frame, place: number): Failure {
  const known = frame.failures.get(place);
  if (known !== undefined) return known;
  const { rolledBackMs, atMs } = frame.columns;
  const ms = rolledBackMs.get(place);
  if (ms === undefined) return { recoveredMs: null, endedBeforeFinish: false };
  const isAfter = ms >= (atMs[place] ?? 0);
  return { recoveredMs: isAfter ? ms : null, endedBeforeFinish: !isAfter };
}

export function hasFlag({ columns: { flags } }: Frame, bits: number): Condition {
  return (place) => ((flags[place] ?? 0) & bits) !== 0;
}

/** Whether it was unplanned work, or remedied something. */
export function isRework(frame: Frame): Condition {
  return hasFlag(frame, flag.unplanned | flag.remediates);
}
