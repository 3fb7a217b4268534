import { printable } from '../terminal/printable.ts';
import type { ReportFrame } from './report-frame.ts';
import type { RowLayout, RowWriter } from './row-writer.ts';
import { type RuledTable, ruledWriter } from './ruled-table.ts';

const table: RuledTable = {
  escape: (text) =>
    text
      .split(/\r\n|\r|\n/)
      .map(markdownText)
      .join('<br>'),
  rule: (widths, columns) => {
    const dashes = widths.map((width, i) =>
      columns[i]?.align === 'right' ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
    );
    return `| ${dashes.join(' | ')} |\n`;
  },
};

/** A GitHub table (GFM §4.10) of every column. */
export function markdownWriter<Row>(layout: RowLayout<Row>): RowWriter<Row> {
  return ruledWriter(table, layout);
}

/** Escapes what Markdown would take for markup or HTML; an underscore inside a word is none. */
export function markdownText(text: string): string {
  return printable(text)
    .replace(/[\\`*<|~]|\](?=\()|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replace(/&(?=#?\w+;)/g, '&amp;');
}

export const markdownReport: ReportFrame = {
  head: (title, generated) => `# ${markdownText(title)}\n\nGenerated ${generated}\n`,
  heading: (title) => `\n## ${markdownText(title)}\n\n`,
};
