import { expect, test } from 'vitest';
import { type ReportLanguage, renderReport, reportSection } from './render-report.ts';

async function report(language: ReportLanguage): Promise<string> {
  const sections = [
    reportSection(
      'Deployments',
      [{ name: 'id', value: (row: { readonly id: string }) => row.id }],
      [{ id: 'deploy-1' }],
    ),
    reportSection('Rollbacks | all', [{ name: 'version', value: (row: number) => row }], []),
  ];
  let text = '';
  const document = { title: 'Deploy Ledger', generated: '2026-01-15T10:00:00Z', sections };
  for await (const piece of renderReport(document, language)) text += piece;
  return text;
}

test('writes a Markdown document with a table under each heading', async () => {
  expect(await report('markdown')).toBe(`# Deploy Ledger

Generated 2026-01-15T10:00:00Z

## Deployments

| ID       |
| -------- |
| deploy-1 |

## Rollbacks \\| all

| Version |
| ------- |
`);
});

test('writes an Org document with a table under each heading', async () => {
  expect(await report('org')).toBe(`#+TITLE: Deploy Ledger
#+DATE: 2026-01-15T10:00:00Z
#+OPTIONS: ^:nil
#+STARTUP: showall

* Deployments

| ID       |
|----------|
| deploy-1 |

* Rollbacks \\vert{} all

| Version |
|---------|
`);
});
