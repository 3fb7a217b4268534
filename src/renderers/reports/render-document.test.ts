import { expect, test } from 'vitest';
import {
  type Block,
  type DocumentLanguage,
  fields,
  heading,
  items,
  subheading,
  table,
  text,
  verbatim,
} from './document.ts';
import { renderDocument } from './render-document.ts';

async function written(language: DocumentLanguage, ...blocks: Block[]): Promise<string> {
  let all = '';
  for await (const piece of renderDocument({ title: 'What | went', blocks }, language)) all += piece;
  return all;
}

const nasty = '*bold* | <b> [[file:x]] a\n# b';

test('writes headings, paragraphs and lists with an empty line between them', async () => {
  const blocks = [heading('One'), text('Two.'), items(['a', 'b']), subheading('Three')];
  expect(await written('markdown', ...blocks)).toBe('# What \\| went\n\n## One\n\nTwo.\n\n- a\n- b\n\n### Three\n');
  expect(await written('org', ...blocks)).toBe(
    '#+TITLE: What \\vert{} went\n#+OPTIONS: ^:nil\n#+STARTUP: showall\n\n* One\n\nTwo.\n\n- a\n- b\n\n** Three\n',
  );
});

test('leaves out fields that nobody knows', async () => {
  const known = fields([
    ['Who', 'ann'],
    ['Why', null],
  ]);
  expect(await written('markdown', known)).toContain('\n- **Who:** ann\n');
  expect(await written('org', known)).toMatch(/\n- Who :: ann\n$/);
});

test('lets no text break out of its line, its cell or its block', async () => {
  const columns = [{ name: 'what', value: (row: string) => row }];
  for (const language of ['markdown', 'org'] as const) {
    const document = await written(
      language,
      text(nasty),
      items([nasty]),
      fields([['Who', nasty]]),
      table(columns, [nasty]),
    );
    expect(document.split('\n').filter((line) => /^(#|\*) b|^# /.test(line))).toHaveLength(
      language === 'markdown' ? 1 : 0,
    );
    const row = document.trimEnd().split('\n').at(-1) ?? '';
    expect(row.replaceAll(/\\\|/g, '').split('|')).toHaveLength(3);
  }
  expect(await written('org', text(nasty))).not.toContain('[[file');
  expect(await written('markdown', text(nasty))).toContain('\\*bold\\* \\| \\<b>');
});

test('shows lines as they are, whatever they hold', async () => {
  const lines = '```\n* heading\n#+end_example\n,* quoted\n';
  expect(await written('markdown', verbatim(lines))).toContain(
    '\n````\n```\n* heading\n#+end_example\n,* quoted\n````\n',
  );
  expect(await written('org', verbatim(lines))).toContain(
    '\n#+begin_example\n```\n,* heading\n,#+end_example\n,,* quoted\n#+end_example\n',
  );
});
