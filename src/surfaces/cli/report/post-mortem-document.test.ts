import { expect, test } from 'vitest';
import { ledgerOf, minutes, story } from '../../../../test/support/change-reports.ts';
import { renderDocument } from '../../../renderers/reports/render-document.ts';
import { postMortemDocument } from './post-mortem-document.ts';

async function written(id: string, claims: readonly object[] = story): Promise<string> {
  const ledger = await ledgerOf(claims);
  await ledger.checkpoint();
  let all = '';
  for await (const piece of renderDocument(postMortemDocument(await ledger.postMortem(id)), 'markdown')) all += piece;
  return all;
}

test('begins with the gist and who did it', async () => {
  const document = await written('bad');
  expect(document).toContain(
    'api 3 was deployed to production at 2026-01-15T10:20:00Z; its status is rolled-back. ' +
      'It was over at 2026-01-15T10:30:00Z, by a rollback.',
  );
  expect(document).toContain('- **Deployed by:** Ann\n');
  expect(document).toContain('- **Approved:** by Ann: by nobody but the initiator\n');
  expect(document).toContain('- **Recovery time:** 10m from 2026-01-15T10:20:00Z\n');
});

test('says what is not recorded instead of leaving it out', async () => {
  const document = await written('bad');
  expect(document).toContain('- **Tested:** not recorded\n');
  expect(document).toContain('- **Commits:** not recorded\n');
  const bare = { type: 'incident', id: 'INC-9', service: 'web', openedAt: minutes(0) };
  expect(await written('INC-9', [bare])).toContain('The incident INC-9 of web in production began');
});

test('says how much later each event was learnt, and by which fact', async () => {
  expect(await written('bad')).toMatch(
    /\| 2026-01-15T10:20:00Z \| the deployment of api 3 to production .* \| Ann +\| 3h later +\| test +\| +\d+ \|/,
  );
});

test('ends with the checkpoint and the leaf hash of every fact', async () => {
  const [, proof = ''] = (await written('bad')).split('## Proof');
  expect(proof).toContain('\n```\ntest.example/ledger\n');
  expect(proof.match(/[0-9a-f]{64}/g)).toHaveLength(4);
});
