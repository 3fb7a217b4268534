import type { PostMortem } from '../../../app/reports/post-mortem/post-mortem-view.ts';
import { LedgerError } from '../../../domain/errors.ts';
import { renderRecord } from '../../../renderers/render-record.ts';
import { renderDocument } from '../../../renderers/reports/render-document.ts';
import type { Call } from '../command-module.ts';
import { writeFileWhole } from '../export/write-file.ts';
import { wordOf } from '../options/words.ts';
import { withLedger } from '../with-ledger.ts';
import { postMortemDocument } from './post-mortem-document.ts';
import { type ReportOptions, reportFormats } from './report-options.ts';

/** Carries out `report post-mortem`. */
export async function writePostMortem(
  call: Call,
  id: string | undefined,
  { format = 'markdown', output, from, to, service, environment, sample, seed }: ReportOptions,
): Promise<undefined> {
  if (id === undefined) {
    throw new LedgerError('invalid', 'a post-mortem of what?', { hint: 'name a deployment or an incident by its id' });
  }
  if ([from, to, service, environment, sample, seed].some((option) => option !== undefined)) {
    throw new LedgerError('invalid', 'a post-mortem is of one thing: it takes --output and --format only', {
      hint: 'for a period write: deploy-ledger report changes --from TIME --output FILE.zip',
    });
  }
  const written = wordOf('--format', /^org[-_]mode$/i.test(format) ? 'org' : format, reportFormats);
  const report = await withLedger(call, 'read', (ledger) => ledger.postMortem(id));
  const text = textOf(report, written);
  if (output === undefined) for await (const piece of text) await call.output.data(piece);
  else {
    await writeFileWhole(output, text);
    await call.output.note(`Written to ${output}`);
  }
}

async function* textOf(report: PostMortem, format: (typeof reportFormats)[number]): AsyncGenerator<string> {
  if (format === 'json') yield await renderRecord(report, { format, name: report.subject.id });
  else yield* renderDocument(postMortemDocument(report), format);
}
