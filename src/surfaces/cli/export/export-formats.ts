import { LedgerError } from '../../../domain/errors.ts';
import { wordOf } from '../options/words.ts';

/** What can be written; `sqlite` is a database, `tlog` a directory, all others are one text. */
export const exportFormats = ['json', 'jsonl', 'csv', 'markdown', 'org', 'sexp', 'sqlite', 'tlog'] as const;
export type ExportFormat = (typeof exportFormats)[number];
export type TextFormat = Exclude<ExportFormat, 'sqlite' | 'tlog'>;

/**
 * The format that was asked for; the original tool's `org-mode` is org.
 * @throws LedgerError `invalid` when none was, or an unknown one.
 */
export function exportFormat(typed: string | undefined): ExportFormat {
  if (typed !== undefined) return wordOf('--format', /^org[-_]mode$/i.test(typed) ? 'org' : typed, exportFormats);
  throw new LedgerError('invalid', 'export needs --format', { hint: `one of: ${exportFormats.join(', ')}` });
}
