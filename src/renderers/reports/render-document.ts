import type { Block, Document, DocumentLanguage } from './document.ts';
import type { DocumentWriter } from './document-writer.ts';
import { markdownDocument } from './markdown-document.ts';
import { orgDocument } from './org-document.ts';

const writers: Record<DocumentLanguage, DocumentWriter> = { markdown: markdownDocument, org: orgDocument };

/** Writes a document for people, with an empty line between its parts. Rows of tables are written as they come. */
export async function* renderDocument({ title, blocks }: Document, language: DocumentLanguage): AsyncGenerator<string> {
  const writer = writers[language];
  yield writer.title(title);
  for (const block of blocks) {
    yield '\n';
    if (block.kind === 'table') yield* block.write(language);
    else yield writeBlock(block, writer);
  }
}

function writeBlock(block: Exclude<Block, { kind: 'table' }>, writer: DocumentWriter): string {
  switch (block.kind) {
    case 'heading':
      return writer.heading(block.text);
    case 'subheading':
      return writer.subheading(block.text);
    case 'text':
      return writer.paragraph(block.text);
    case 'items':
      return block.items.map((item) => writer.item(item)).join('');
    case 'fields':
      return block.fields.map(([name, value]) => writer.field(name, value)).join('');
    case 'verbatim':
      return writer.verbatim(block.text.replace(/\n$/, '').split('\n'));
  }
}
