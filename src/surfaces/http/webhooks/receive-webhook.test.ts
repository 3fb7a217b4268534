import { beforeEach, describe, expect, it } from 'vitest';
import { sources as trustedSources } from '../../../../test/support/trusted-sources.ts';
import { githubSignature, openWebhookTest, type WebhookTest } from '../../../../test/support/webhook-test.ts';
import { githubExample } from '../../../sources/github/webhook/github-example.ts';

let http: WebhookTest;
beforeEach(async () => {
  http = await openWebhookTest();
});

const body = JSON.stringify(githubExample.body);
const signed = { ...githubExample.headers, 'x-hub-signature-256': githubSignature(body) };

async function listed(): Promise<readonly unknown[]> {
  return ((await (await http.get('/api/v1/deliveries')).json()) as { items: unknown[] }).items;
}

describe('a webhook of GitHub', () => {
  it('is a deployment when it is signed', async () => {
    const answer = await http.deliver('github', body, signed);
    expect(answer.status).toBe(202);
    const { id, repeated } = (await answer.json()) as { id: string; repeated: boolean };
    expect([answer.headers.get('location'), repeated]).toEqual([`/api/v1/deliveries/${id}`, false]);
    await http.webhooks.settled();
    expect((await http.ledger.deployments({})).items).toMatchObject([
      { id: 'github:octocat/hello:42', version: 'v2.3.0', environment: 'production', status: 'success' },
    ]);
    expect(await (await http.get(`/api/v1/deliveries/${id}`)).json()).toMatchObject({
      source: 'github',
      state: 'recorded',
      kept: true,
      events: [
        {
          event: 'deployment_status success',
          recorded: [
            { id: 'github:octocat/hello:42', known: false },
            { id: 'github:octocat/hello:42', known: false },
          ],
          ignored: null,
          error: null,
        },
      ],
    });
  });

  it('leaves no trace but a count when it is forged, unsigned or changed', async () => {
    const attempts = [
      http.deliver('github', body, { ...signed, 'x-hub-signature-256': githubSignature(body, 'guessed') }),
      http.deliver('github', body, githubExample.headers),
      http.deliver('github', body.replace('v2.3.0', 'v6.6.6'), signed),
      http.deliver('github', body, { ...signed, 'x-hub-signature-256': 'sha256=' }),
    ];
    expect((await Promise.all(attempts)).map(({ status }) => status)).toEqual([401, 401, 401, 401]);
    expect(await listed()).toEqual([]);
    expect(http.webhooks.counts()).toEqual([{ source: 'github', outcome: 'refused', count: 4 }]);
    expect(http.log.filter(({ status }) => status === 401)).toHaveLength(4);
  });

  it('is the same delivery when it is sent again, and the same facts when another hook sends it', async () => {
    const first = await http.sendGithub('deployment_status', githubExample.body, 'guid-1');
    const again = await http.sendGithub('deployment_status', githubExample.body, 'guid-1');
    const other = await http.sendGithub('deployment_status', githubExample.body, 'guid-2');
    expect(again.id).toBe(first.id);
    expect(other.id).not.toBe(first.id);
    expect(other.events[0]?.recorded.map(({ known }) => known)).toEqual([true, true]);
    expect((await http.ledger.deployment('github:octocat/hello:42')).facts).toHaveLength(2);
  });

  it('may hold its JSON in a form', async () => {
    const form = new URLSearchParams({ payload: body }).toString();
    const headers = { ...signed, 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await http.deliver('github', form, { ...headers, 'x-hub-signature-256': githubSignature(form) });
    expect(answer.status).toBe(202);
    await http.webhooks.settled();
    expect((await http.ledger.deployments({})).items).toHaveLength(1);
  });
});

describe('the door of webhooks', () => {
  it('names the sources when one is unknown', async () => {
    const answer = await http.deliver('gihub', body, signed);
    expect(answer.status).toBe(404);
    expect(((await answer.json()) as { detail: string }).detail).toContain('did you mean "github"?');
  });

  it('takes JSON only, and of a form no token', async () => {
    expect((await http.deliver('github', body, { ...signed, 'content-type': 'text/plain' })).status).toBe(415);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    for (const source of trustedSources) expect((await http.deliver(source, 'a=b', form)).status).toBe(401);
  });

  it('takes no more than a mebibyte', async () => {
    expect((await http.deliver('github', new Uint8Array(1_048_577), signed)).status).toBe(413);
  });
});
