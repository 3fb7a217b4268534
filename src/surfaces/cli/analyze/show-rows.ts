import type { AnalysisReportOf } from '../../../app/analyze/analysis-report.ts';
import type { Column } from '../../../renderers/column.ts';
import { formatInstant } from '../../../renderers/times/format-instant.ts';
import type { Output } from '../output/output.ts';

/** How the report of one type of analysis is shown. */
export interface ReportView<Row> {
  /** For files: the rows as they are. */
  readonly columns: readonly Column<Row>[];
  readonly name: (row: Row) => string;
  /** For people, when there is an answer. */
  readonly tell: () => Promise<void>;
}

/** Shows a report in the format that was asked for: the whole of it, its rows, or what it says to people. */
export async function showRows<Row>(
  output: Output,
  report: AnalysisReportOf<string, Row>,
  { columns, name, tell }: ReportView<Row>,
): Promise<void> {
  switch (output.format) {
    case 'json':
    case 'jsonl':
    case 'yaml':
    case 'sexp':
      return output.record(report, { name: report.type });
    case 'csv':
    case 'markdown':
    case 'org':
    case 'name':
      return output.rows(report.rows, { columns, name, empty: '' });
    case 'table':
    case 'wide':
      await output.note(`${headOf(report)}\n`);
      if (report.reason === null) await tell();
      else await output.note(`Nothing to say: ${report.reason}.`);
      for (const warning of report.warnings) await output.warn(warning);
  }
}

function headOf({ type, service, environments, from, to, tz }: AnalysisReportOf<string, unknown>): string {
  const where = environments.join(', ') || 'no environment';
  const window = `${formatInstant(from, tz)} to ${formatInstant(to, tz)}${tz === 'UTC' ? ' UTC' : ''}`;
  return `${type} of ${service ?? 'all services'}, ${where}: ${window}`;
}
