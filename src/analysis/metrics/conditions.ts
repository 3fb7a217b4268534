import { flag, isDeployedCode, type StateSet, statusCode } from './columns/columns.ts';
import { countingThat, type Frame } from './frame.ts';

/** The states of deployments that reached their environment, whatever became of them there. */
export function deployedStates(frame: Frame): StateSet {
  return countingThat(frame, ({ status }) => isDeployedCode[status] === true);
}

export function statesOf(frame: Frame, name: keyof typeof statusCode): StateSet {
  return countingThat(frame, ({ status }) => status === statusCode[name]);
}

/** The states of those that reached their environment in place of something known. */
export function replacingStates(frame: Frame): StateSet {
  return countingThat(
    frame,
    ({ status, flags }) => isDeployedCode[status] === true && (flags & flag.hasPrevious) !== 0,
  );
}

/** The states of those that reached their environment and were unplanned work, or remedied something. */
export function reworkStates(frame: Frame): StateSet {
  const rework = flag.unplanned | flag.remediates;
  return countingThat(frame, ({ status, flags }) => isDeployedCode[status] === true && (flags & rework) !== 0);
}
