import * as v from 'valibot';
import { LedgerError } from '../../../domain/errors.ts';
import type { Instant } from '../../../domain/instant.ts';

/** The shape and the words of a change report. Any change of them takes another number: a report is verified by making it again. */
export const reportFormat = 1;

/** What is asked for. */
export interface ChangeReportQuery {
  /** When the changes happened: from ≤ time < to, in epoch milliseconds. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly service?: string | undefined;
  readonly environment?: string | undefined;
  /** How many changes to draw; 25 when absent. */
  readonly sample?: number | undefined;
  /** What to draw them by; the root of the checkpoint when absent. */
  readonly seed?: string | undefined;
}

/** What a report is of, with nothing left to chance: together with the log it says every byte of it. */
export interface ReportScope {
  readonly format: number;
  readonly from: Instant;
  readonly to: Instant;
  readonly service: string | null;
  readonly environment: string | null;
  readonly sample: number;
  readonly seed: string;
}

const schema = v.strictObject({
  format: v.number(),
  from: v.pipe(v.string(), v.isoTimestamp()),
  to: v.pipe(v.string(), v.isoTimestamp()),
  service: v.nullable(v.string()),
  environment: v.nullable(v.string()),
  sample: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  seed: v.string(),
});

/**
 * Reads the scope back from the `report.json` of a change report.
 * @throws LedgerError `invalid` when it is something else, or of a format that this version does not know.
 */
export function parseScope(reportJson: string): ReportScope {
  const read = v.safeParse(v.object({ scope: schema }), parseJson(reportJson));
  if (!read.success)
    throw new LedgerError('invalid', 'not a change report: its report.json does not say what it is of');
  const { scope } = read.output;
  if (scope.format === reportFormat) return scope;
  throw new LedgerError('invalid', `a change report of format ${scope.format}; this version knows ${reportFormat}`, {
    hint: 'verify it with the version of the program that made it',
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
