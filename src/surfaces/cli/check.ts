import type { ErrorCode } from '../../domain/errors.ts';

/** What `doctor` found out about one thing. */
export interface Check {
  readonly name: string;
  readonly state: 'ok' | 'warn' | 'fail';
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string | undefined;
  /** How a command would fail for it; given when the state is `fail`. */
  readonly failure?: ErrorCode | undefined;
}
