import type { Instant } from '../domain/instant.ts';
import type { Column } from './column.ts';
import { markdownReport } from './languages/markdown.ts';
import { orgReport } from './languages/org.ts';
import type { ReportFrame } from './languages/report-frame.ts';
import { renderStream } from './render-rows.ts';

export type ReportLanguage = 'org' | 'markdown';

/** One heading of a report with its table; made by `reportSection`, which forgets the type of the rows. */
export interface ReportSection {
  readonly title: string;
  readonly table: (language: ReportLanguage) => AsyncGenerator<string>;
}

export interface Report {
  readonly title: string;
  /** When the report was made. */
  readonly generated: Instant;
  readonly sections: readonly ReportSection[];
}

const frames: Record<ReportLanguage, ReportFrame> = { org: orgReport, markdown: markdownReport };

export function reportSection<Row>(
  title: string,
  columns: readonly Column<Row>[],
  rows: Iterable<Row> | AsyncIterable<Row>,
): ReportSection {
  return { title, table: (format) => renderStream(rows, { format, columns }) };
}

/** Writes a whole document: its title and time, then the sections. Rows are written as they come. */
export async function* renderReport(report: Report, language: ReportLanguage): AsyncGenerator<string> {
  const frame = frames[language];
  yield frame.head(report.title, report.generated);
  for (const section of report.sections) {
    yield frame.heading(section.title);
    yield* section.table(language);
  }
}
