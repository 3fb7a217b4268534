import type { DeploymentDetail, FactView } from '../../../app/views.ts';
import type { Format } from '../../../renderers/format.ts';
import { formatDuration } from '../../../renderers/times/format-span.ts';

/**
 * A deployment as people want to read it: without what nobody said, hashes and proof; `wide` and the formats for programs
 * keep everything.
 */
export function readableDeployment(detail: DeploymentDetail, format: Format): object {
  if (format !== 'table') return detail;
  const { proof, leafHash, commitCount, ...shown } = detail;
  const { rollback, facts } = shown;
  return said({ ...shown, rollback: rollback && said(rollback), facts: facts.map(factLine) });
}

function said(record: object): object {
  const entries = Object.entries(record).filter(([, value]) => saysSomething(value));
  return Object.fromEntries(
    entries.map(([field, value]) =>
      field === 'durationMs' ? ['duration', formatDuration(value / 1000)] : [field, value],
    ),
  );
}

function saysSomething(value: unknown): boolean {
  if (value === null || value === false) return false;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}

function factLine({ index, type, occurredAt, recordedAt, source }: FactView): object {
  return { index, type, occurredAt, recordedAt, source };
}
