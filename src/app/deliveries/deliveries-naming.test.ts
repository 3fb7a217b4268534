import { expect, it } from 'vitest';
import { openWebhookTest } from '../../../test/support/webhook-test.ts';
import { githubExample } from '../../sources/github/webhook/github-example.ts';

it('erases a person from the bodies of deliveries, whichever way they name them', async () => {
  const http = await openWebhookTest();
  const deployment = {
    ...Object(githubExample.body).deployment,
    creator: { login: 'Zo\u00eb' },
    description: 'by ann',
  };
  const named = await http.sendGithub('deployment', { ...githubExample.body, deployment });
  const escaped = '{"type":"x","who":"Zo\\u00eb"}';
  const deep = `${'['.repeat(20_000)}"zo\u00eb"${']'.repeat(20_000)}`;
  for (const body of [escaped, deep, '{"who":"somebody else"}']) await http.deliver('generic', body);
  await http.webhooks.settled();
  const tried = await http.ledger.eraseActor('zo\u00eb', { aliases: [], dryRun: true });
  expect(tried.deliveries).toHaveLength(3);
  expect((await http.webhooks.delivery(named.id)).kept).toBe(true);
  const erased = await http.ledger.eraseActor('zo\u00eb', { aliases: [], dryRun: false });
  expect([erased.deliveries, erased.actors.length]).toEqual([tried.deliveries, 1]);
  const kept = (await http.webhooks.list({})).items.filter((delivery) => delivery.kept);
  expect(kept).toHaveLength(1);
  expect((await http.ledger.verify({})).ok).toBe(true);
});

it('erases a person whom nothing but deliveries names', async () => {
  const http = await openWebhookTest();
  await http.deliver('generic', '{"type":"x","who":"Bob"}');
  expect((await http.ledger.eraseActor('bob', { aliases: [], dryRun: false })).deliveries).toHaveLength(1);
  await expect(http.ledger.eraseActor('bob', { aliases: [], dryRun: false })).rejects.toMatchObject({
    code: 'not-found',
  });
});
