import { printable } from '../terminal/printable.ts';
import type { ReportFrame } from './report-frame.ts';
import type { RowLayout, RowWriter } from './row-writer.ts';
import { type RuledTable, ruledWriter } from './ruled-table.ts';

const zeroWidthSpace = '\u200b';

const table: RuledTable = {
  escape: orgText,
  rule: (widths) => `|${widths.map((width) => '-'.repeat(width + 2)).join('+')}|\n`,
};

/** An Org table of every column. */
export function orgWriter<Row>(layout: RowLayout<Row>): RowWriter<Row> {
  return ruledWriter(table, layout);
}

// Links and targets, inline source and calls, macros, and a formula at the start of a cell, which TAB would evaluate.
const runnable = /([[{<])(?=\1)|\b(?:elisp|shell)(?=:)|\bsrc_[^\s[{]+(?=[[{])|\bcall_[^\s[(]+(?=[[(])|^:?(?==)/g;

/**
 * Escapes what Org would take for structure, and breaks up what it could run, with a zero-width space: that is Org's
 * own way to escape.
 */
export function orgText(text: string): string {
  return printable(text)
    .replace(/\\(?=[A-Za-z])/g, '\\backslash{}')
    .replaceAll('|', '\\vert{}')
    .replace(runnable, `$&${zeroWidthSpace}`);
}

/** Sub- and superscripts are switched off: `my_service` has none. */
export const orgReport: ReportFrame = {
  head: (title, generated) =>
    `#+TITLE: ${orgText(title)}\n#+DATE: ${generated}\n#+OPTIONS: ^:nil\n#+STARTUP: showall\n`,
  heading: (title) => `\n* ${orgText(title)}\n\n`,
};
