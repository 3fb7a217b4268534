import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { standardWebhooks } from '../../../src/sources/webhooks/schemes/standard-webhooks.ts';
import { BuiltProgram } from '../../support/cli/built-program.ts';
import { startServer } from '../../support/server.ts';
import { type Received, WebhookReceiver } from '../../support/webhook-receiver.ts';

let program: BuiltProgram;
let receiver: WebhookReceiver;
let environment: NodeJS.ProcessEnv;
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
beforeEach(async () => {
  program = new BuiltProgram();
  receiver = new WebhookReceiver();
  environment = {
    DEPLOY_LEDGER_WEBHOOK: await receiver.listen(),
    DEPLOY_LEDGER_WEBHOOK_SECRET: secret,
    DEPLOY_LEDGER_WEBHOOK_ALLOW_PRIVATE: 'true',
  };
});
afterEach(() => {
  receiver.close();
  program.remove();
});

const record = (version: string) =>
  program.run(...`record-deployment -s api -e production -v ${version} --initiator alice`.split(' '));
const versionIn = ({ body }: Received) => JSON.parse(body).data.data.version;

describe('a server with a receiver of webhooks', () => {
  it('tells it what any process records, signed, and no name of a person', async () => {
    const server = await startServer({ program, environment });
    await record('1');
    const [{ headers, body } = { headers: {}, body: '' }] = await receiver.atLeast(1);
    await server.remove();
    expect(headers['content-type']).toBe('application/cloudevents+json; charset=utf-8');
    expect(JSON.parse(body)).toMatchObject({
      specversion: '1.0',
      id: '0',
      type: 'deploy-ledger.deployment.recorded.v1',
      subject: expect.stringMatching(/^deployment\/deploy-/),
      data: { index: 0, service: 'api', environment: 'production', data: { version: '1' } },
    });
    expect(body).not.toContain('alice');
    const text = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
    expect(standardWebhooks.verify({ headers: text, body: Buffer.from(body) }, secret, Date.now())).toBe(true);
  });

  it('leaves nothing out when it is killed while the receiver fails, and sends under the same id again', async () => {
    const first = await startServer({ program, environment });
    receiver.statuses.push(204, 500, 500, 500, 500, 500);
    await record('1');
    await receiver.atLeast(1);
    await record('2');
    await receiver.atLeast(2);
    await first.remove();
    await record('3');
    receiver.statuses.length = 0;
    const second = await startServer({ program, environment });
    while (!receiver.received.some((one) => versionIn(one) === '3'))
      await new Promise((resolve) => setTimeout(resolve, 10));
    await second.remove();
    const versions = receiver.received.map(versionIn);
    expect(versions.toSorted()).toEqual(versions);
    expect(new Set(versions)).toEqual(new Set(['1', '2', '3']));
    const ids = new Map(receiver.received.map((one) => [versionIn(one), one.headers['webhook-id']]));
    for (const one of receiver.received) expect(one.headers['webhook-id']).toBe(ids.get(versionIn(one)));
    expect(new Set(ids.values()).size).toBe(3);
  });

  it('keeps what it wants no more of, and sends it again when somebody asks for it', async () => {
    const server = await startServer({ program, environment });
    receiver.statuses.push(410);
    await record('1');
    await record('2');
    await receiver.atLeast(2);
    const dead = async () => JSON.parse((await program.run('webhook', 'dead', '-f', 'json')).stdout);
    const letters = await dead();
    expect(letters).toMatchObject([{ id: 'dead-1', index: 0, attempts: 1, error: 'it answered 410', due: false }]);
    expect((await program.run('webhook', 'resend', 'dead-2')).status).toBe(1);
    expect((await program.run('webhook', 'resend', 'dead-1')).status).toBe(0);
    expect((await receiver.atLeast(3)).map(versionIn)).toEqual(['1', '2', '1']);
    while ((await dead()).length > 0);
    await server.remove();
  });

  it('does not start with a receiver that is none', async () => {
    const { status, stderr } = await program.start(['serve', '--port', '0'], {
      environment: { DEPLOY_LEDGER_WEBHOOK: 'ftp://hooks.example' },
    }).ended;
    expect([status, stderr]).toEqual([2, expect.stringContaining('notify.webhook')]);
  });
});
